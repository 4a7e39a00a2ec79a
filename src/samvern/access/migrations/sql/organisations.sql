-- SPDX-License-Identifier: EUPL-1.2
-- The first administrator of an organisation is let in at the server, as samvern_owner; nothing the
-- application holds runs these functions. An organisation that is closed lets nobody in.

-- To lock the row of an organisation, and to close it.
GRANT UPDATE (active) ON public.access_organisation TO samvern_gate;
CREATE POLICY closing ON public.access_organisation FOR UPDATE TO samvern_gate USING (true);

SET LOCAL ROLE samvern_gate;

-- Nobody of the organisation made what is made at the server.
ALTER TABLE gate.invitation ALTER made_by DROP NOT NULL;

-- A link for somebody who keeps an organisation or coordinates: new, or again for one who has not
-- used hers or lost her way in. For everybody else an administrator makes it. Says what was done.
CREATE FUNCTION gate.invite_at_server(link bytea, of_organisation uuid, of_login text, of_name text,
    of_email text, of_role text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    person uuid;
    m public.access_member;
    other record;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.access_organisation o WHERE o.id = of_organisation AND o.active) THEN
        RETURN 'absent';
    ELSIF of_role NOT IN ('administrator', 'coordinator') THEN
        RETURN 'role';
    END IF;
    SELECT u.id INTO person FROM public.access_user u WHERE u.login = of_login;
    IF person IS NULL THEN
        IF of_name = '' THEN RETURN 'name'; END IF;
        person := gen_random_uuid();
        INSERT INTO public.access_user (id, login, password, is_active, synthetic, created_at)
        SELECT person, of_login, '!', true, o.synthetic, statement_timestamp()
        FROM public.access_organisation o WHERE o.id = of_organisation
        ON CONFLICT (login) DO NOTHING;
        IF NOT FOUND THEN RETURN 'taken'; END IF;
        INSERT INTO public.access_member (id, created_at, user_id, organisation_id, role, name, email, since)
        VALUES (gen_random_uuid(), statement_timestamp(), person, of_organisation, of_role, of_name, of_email,
            statement_timestamp()) RETURNING * INTO m;
        INSERT INTO gate.invitation VALUES (link, m.id, NULL, statement_timestamp() + interval '3 days');
        PERFORM audit.by_operator(of_organisation, jsonb_build_object('act', 'member.invite', 'object', m.id,
            'detail', jsonb_build_object('role', of_role)));
        RETURN 'made';
    END IF;
    SELECT * INTO m FROM public.access_member x
    WHERE x.user_id = person AND x.organisation_id = of_organisation AND x.role <> 'service'
        AND (x.until IS NULL OR x.until > statement_timestamp())
    ORDER BY x.role NOT IN ('administrator', 'coordinator') LIMIT 1;
    IF m.id IS NULL THEN
        RETURN 'taken';
    ELSIF m.role NOT IN ('administrator', 'coordinator') THEN
        RETURN 'role';
    END IF;
    UPDATE gate.invitation i SET used_at = statement_timestamp()
    FROM public.access_member x WHERE x.id = i.member_id AND x.user_id = person AND i.used_at IS NULL;
    INSERT INTO gate.invitation VALUES (link, m.id, NULL, statement_timestamp() + interval '3 days');
    -- The link renews her sign-in wherever she acts: each of those organisations is told.
    FOR other IN SELECT x.id, x.organisation_id FROM public.access_member x
        WHERE x.user_id = person AND (x.until IS NULL OR x.until > statement_timestamp())
    LOOP
        PERFORM gate.tell_of_access(other.id, 'access-renewed', true);
        PERFORM audit.by_operator(other.organisation_id, jsonb_build_object('act', 'member.renew',
            'object', other.id));
    END LOOP;
    RETURN 'renewed';
END $$;

-- Who keeps an organisation and has not used the link, or has none that is still good.
CREATE FUNCTION gate.keepers() RETURNS TABLE (organisation uuid, login text, role text, name text,
    has_link boolean, came_in boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.organisation_id, u.login, m.role, m.name, gate.has_open_link(m.id), EXISTS (
        SELECT 1 FROM public.mfa_authenticator f WHERE f.user_id = u.id)
    FROM public.access_member m JOIN public.access_user u ON u.id = m.user_id
    WHERE m.role IN ('administrator', 'coordinator')
        AND (m.until IS NULL OR m.until > statement_timestamp())
    ORDER BY m.role, m.name
$$;

-- The end of an organisation: every membership, program, session and link of it. Says how many
-- memberships that were; what must be over first is asked before this.
CREATE FUNCTION gate.close_organisation(of_organisation uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

-- Nothing is given to, or begun by, an organisation that is closed. Whoever gives holds its row, so
-- that closing waits for the gift, or the gift for the closing and is refused.
CREATE FUNCTION gate.needs_working_organisation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    which uuid;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO which USING NEW;
    PERFORM 1 FROM public.access_organisation o WHERE o.id = which AND o.active FOR KEY SHARE;
    IF NOT FOUND AND which IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SV412', MESSAGE = 'the organisation is closed';
    END IF;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION gate.invite_at_server(bytea, uuid, text, text, text, text), gate.keepers(),
    gate.close_organisation(uuid), gate.needs_working_organisation() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.invite_at_server(bytea, uuid, text, text, text, text), gate.keepers(),
    gate.close_organisation(uuid), gate.needs_working_organisation() TO samvern_owner;

RESET ROLE;
