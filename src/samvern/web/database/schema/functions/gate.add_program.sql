-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.add_program(text,text,text[],bytea)
CREATE OR REPLACE FUNCTION gate.add_program(of_name text, of_client text, of_scopes text[], secret bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    person uuid := gen_random_uuid();
    as_member uuid := gen_random_uuid();
    made uuid := gen_random_uuid();
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'administrator' THEN RETURN NULL; END IF;
    INSERT INTO public.access_user (id, login, password, is_active, synthetic, created_at)
    SELECT person, 'program.' || made, '!', true, o.synthetic, statement_timestamp()
    FROM public.access_organisation o WHERE o.id = who.organisation;
    INSERT INTO public.access_member (id, created_at, user_id, organisation_id, role, name, email, since,
        asked_by_id, confirmed_at)
    VALUES (as_member, statement_timestamp(), person, who.organisation, 'service',
        'Program: ' || of_name, '', statement_timestamp(), who.member,
        -- The coordinator's figures are no case, and her organisation may have no leader.
        CASE WHEN of_scopes = ARRAY['board:read'] THEN statement_timestamp() END);
    INSERT INTO public.coordination_program (id, created_at, organisation_id, created_by_id, state,
        state_since, name, client_id, scopes, member_id)
    VALUES (made, statement_timestamp(), who.organisation, who.member, 'active', statement_timestamp(),
        of_name, of_client, of_scopes, as_member);
    INSERT INTO gate.program_secret (program_id, hash) VALUES (made, secret);
    RETURN made;
END $function$;
GRANT EXECUTE ON FUNCTION gate.add_program(text,text,text[],bytea) TO samvern_app;
