-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.use_invitation(bytea)
CREATE OR REPLACE FUNCTION gate.use_invitation(link bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    used gate.invitation;
    of_person uuid;
BEGIN
    UPDATE gate.invitation i SET used_at = statement_timestamp()
    WHERE i.key = link AND i.used_at IS NULL AND i.expires_at > statement_timestamp() RETURNING * INTO used;
    IF used.member_id IS NULL THEN RETURN false; END IF;
    SELECT m.user_id INTO of_person FROM public.access_member m WHERE m.id = used.member_id;
    UPDATE public.access_member m SET confirmed_at = NULL, confirmed_by_id = NULL,
        asked_by_id = used.made_by, renewed_at = statement_timestamp()
    WHERE m.user_id = of_person AND m.confirmed_at IS NOT NULL;
    PERFORM gate.hold_addresses(of_person);
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.use_invitation(bytea) TO samvern_app;
