-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.renew(bytea,uuid)
CREATE OR REPLACE FUNCTION gate.renew(link bytea, of_member uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    person uuid;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT m.user_id INTO person FROM public.access_member m
    WHERE m.id = of_member AND m.organisation_id = who.organisation AND who.role = 'administrator'
      AND m.role <> 'service' AND (m.until IS NULL OR m.until > statement_timestamp());
    IF person IS NULL THEN
        RETURN 'absent';
    ELSIF person = who.person THEN
        RETURN 'self';
    ELSIF EXISTS (
        SELECT 1 FROM public.access_member m WHERE m.user_id = person
            AND m.organisation_id <> who.organisation
            AND (m.until IS NULL OR m.until > statement_timestamp())
    ) THEN
        RETURN 'elsewhere';
    END IF;
    UPDATE gate.invitation SET used_at = statement_timestamp()
    WHERE member_id = of_member AND used_at IS NULL;
    INSERT INTO gate.invitation VALUES (link, of_member, who.member, statement_timestamp() + interval '3 days');
    PERFORM gate.tell_of_access(of_member, 'access-renewed', true);
    RETURN 'made';
END $function$;
GRANT EXECUTE ON FUNCTION gate.renew(bytea,uuid) TO samvern_app;
