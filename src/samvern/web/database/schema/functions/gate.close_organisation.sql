-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.close_organisation(uuid)
CREATE OR REPLACE FUNCTION gate.close_organisation(of_organisation uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    ended integer;
BEGIN
    UPDATE public.access_organisation o SET active = false WHERE o.id = of_organisation AND o.active;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE gate.invitation i SET used_at = statement_timestamp()
    FROM public.access_member m WHERE m.id = i.member_id AND m.organisation_id = of_organisation
        AND i.used_at IS NULL;
    PERFORM gate.drop_visit(v.key) FROM gate.visit v JOIN gate.session s ON s.token_hash = v.token_hash
        JOIN public.access_member m ON m.id = s.member_id WHERE m.organisation_id = of_organisation;
    DELETE FROM gate.session s USING public.access_member m
    WHERE m.id = s.member_id AND m.organisation_id = of_organisation;
    UPDATE public.access_member m SET until = statement_timestamp()
    WHERE m.organisation_id = of_organisation AND (m.until IS NULL OR m.until > statement_timestamp());
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM audit.by_operator(of_organisation, jsonb_build_object('act', 'organisation.close',
        'object', of_organisation, 'detail', jsonb_build_object('members', ended)));
    RETURN ended;
END $function$;
GRANT EXECUTE ON FUNCTION gate.close_organisation(uuid) TO samvern_owner;
