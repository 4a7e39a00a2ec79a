-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.add_program(of_name text, of_client text, of_scopes text[], secret bytea)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
    INSERT INTO public.access_member (id, created_at, user_id, organisation_id, role, name, email, since)
    VALUES (as_member, statement_timestamp(), person, who.organisation, 'service',
        'Program: ' || of_name, '', statement_timestamp());
    INSERT INTO public.coordination_program (id, created_at, organisation_id, created_by_id, state,
        state_since, name, client_id, scopes, member_id)
    VALUES (made, statement_timestamp(), who.organisation, who.member, 'active', statement_timestamp(),
        of_name, of_client, of_scopes, as_member);
    INSERT INTO gate.program_secret VALUES (made, secret);
    RETURN made;
END $$;

-- A further secret; the one before it is good until the next, so that nothing stops meanwhile.
CREATE FUNCTION gate.renew_program(program uuid, secret bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM gate.acting() a JOIN public.coordination_program p
            ON p.id = program AND p.organisation_id = a.organisation AND p.state = 'active'
        WHERE a.role = 'administrator'
    ) THEN RETURN false; END IF;
    DELETE FROM gate.program_secret s WHERE s.program_id = program AND s.made_at < (
        SELECT max(n.made_at) FROM gate.program_secret n WHERE n.program_id = program);
    INSERT INTO gate.program_secret VALUES (program, secret);
    RETURN true;
END $$;

-- Whom a program acts as and what it may; nothing for an unknown one, a wrong secret, or one ended.
CREATE FUNCTION gate.known_program(of_client text, secret bytea)
RETURNS TABLE (program uuid, member uuid, scopes text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    RETURN QUERY UPDATE public.coordination_program p SET used_at = statement_timestamp()
    FROM gate.program_secret s, public.access_organisation o
    WHERE p.client_id = of_client AND p.state = 'active' AND s.program_id = p.id AND s.hash = secret
        AND o.id = p.organisation_id AND o.active
    RETURNING p.id, p.member_id, p.scopes::text[];
END $$;

-- An ended program sees nothing from the next statement on.
CREATE FUNCTION gate.end_program() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    WITH ended AS (
        UPDATE public.access_member m SET until = statement_timestamp()
        FROM public.coordination_program p
        WHERE p.id = NEW.of_id AND m.id = p.member_id AND m.until IS NULL RETURNING m.id
    )
    DELETE FROM gate.session s USING ended WHERE s.member_id = ended.id;
    DELETE FROM gate.program_secret s WHERE s.program_id = NEW.of_id;
    RETURN NEW;
END $$;

RESET ROLE;
