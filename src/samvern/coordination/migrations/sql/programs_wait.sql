-- SPDX-License-Identifier: EUPL-1.2
-- A program that reaches cases waits for a leader, and so does each new secret of it.

SET LOCAL ROLE samvern_gate;

ALTER TABLE gate.program_secret ADD COLUMN waits boolean NOT NULL DEFAULT false;

CREATE OR REPLACE FUNCTION gate.add_program(of_name text, of_client text, of_scopes text[], secret bytea)
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
END $$;

-- A further secret; the one before it is good until the next, so that nothing stops meanwhile. The
-- new one opens nothing until a leader says yes: whoever made it could use it herself.
CREATE OR REPLACE FUNCTION gate.renew_program(program uuid, secret bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    found record;
BEGIN
    SELECT p.member_id, a.member, p.scopes::text[] = ARRAY['board:read'] AS free INTO found
    FROM gate.acting() a JOIN public.coordination_program p
        ON p.id = program AND p.organisation_id = a.organisation AND p.state = 'active'
    WHERE a.role = 'administrator';
    IF found.member_id IS NULL THEN RETURN false; END IF;
    DELETE FROM gate.program_secret s WHERE s.program_id = program AND s.made_at < (
        SELECT max(n.made_at) FROM gate.program_secret n WHERE n.program_id = program AND NOT n.waits);
    DELETE FROM gate.program_secret s WHERE s.program_id = program AND s.waits;
    INSERT INTO gate.program_secret (program_id, hash, waits) VALUES (program, secret, NOT found.free);
    UPDATE public.access_member m SET asked_by_id = found.member WHERE m.id = found.member_id;
    IF NOT found.free THEN PERFORM gate.tell_of_access(found.member_id, 'access-waits', true); END IF;
    RETURN true;
END $$;

-- Whom a program acts as and what it may; nothing for an unknown one, a wrong secret, or one ended.
-- While it waits for a leader it may nothing.
CREATE OR REPLACE FUNCTION gate.known_program(of_client text, secret bytea)
RETURNS TABLE (program uuid, member uuid, scopes text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    RETURN QUERY UPDATE public.coordination_program p SET used_at = statement_timestamp()
    FROM gate.program_secret s, public.access_organisation o, public.access_member m
    WHERE p.client_id = of_client AND p.state = 'active' AND s.program_id = p.id AND s.hash = secret
        AND o.id = p.organisation_id AND o.active AND m.id = p.member_id
        AND (m.until IS NULL OR m.until > statement_timestamp())
    RETURNING p.id, p.member_id,
        CASE WHEN s.waits OR m.confirmed_at IS NULL THEN '{}' ELSE p.scopes::text[] END;
END $$;

CREATE FUNCTION gate.has_new_secret(of_member uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM public.coordination_program p JOIN gate.program_secret s ON s.program_id = p.id
        WHERE p.member_id = of_member AND p.state = 'active' AND s.waits)
$$;

CREATE FUNCTION gate.accept_secrets(of_member uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE gate.program_secret s SET waits = false FROM public.coordination_program p
    WHERE p.member_id = of_member AND s.program_id = p.id AND s.waits
$$;

CREATE FUNCTION gate.scopes_of(of_member uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce((SELECT p.scopes::text[] FROM public.coordination_program p
        WHERE p.member_id = of_member), '{}')
$$;

REVOKE ALL ON FUNCTION gate.has_new_secret(uuid), gate.accept_secrets(uuid), gate.scopes_of(uuid) FROM PUBLIC;

RESET ROLE;
