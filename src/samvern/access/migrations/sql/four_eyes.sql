-- SPDX-License-Identifier: EUPL-1.2
-- Four eyes on what an administrator opens. A membership for casework, a renewed sign-in, a move to
-- another unit and a program wait: they open nothing until a leader of the unit says yes, who is
-- neither the one who asked nor the one concerned. All who should know are told in the statement.

GRANT UPDATE (confirmed_at, confirmed_by_id, asked_by_id, renewed_at) ON public.access_member TO samvern_gate;

SET LOCAL ROLE samvern_gate;

-- Work with cases waits until it is confirmed; so does a program that reaches cases.
CREATE OR REPLACE FUNCTION gate.acting(OUT member uuid, OUT organisation uuid, OUT unit uuid, OUT role text,
    OUT categories text[], OUT authenticated_at timestamptz, OUT person uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.organisation_id, m.unit_id,
        CASE WHEN m.confirmed_at IS NULL
                AND (m.role IN ('case_worker', 'leader') OR u.login LIKE 'program.%') THEN 'waiting'
            WHEN m.role = 'service' AND u.login LIKE 'program.%' THEN 'program' ELSE m.role END,
        s.categories, s.authenticated_at, m.user_id
    FROM gate.session s
    JOIN public.access_member m ON m.id = s.member_id
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
        AND (m.role <> 'coordinator' OR o.kind = 'coordination')
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
      AND s.expires_at > statement_timestamp()
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
$$;

-- What the application writes of a membership never confirms it, and a change of what it opens
-- (another unit, a membership that had ended) makes it wait again.
CREATE FUNCTION gate.hold_membership() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF current_user <> 'samvern_app' THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' OR NEW.unit_id IS DISTINCT FROM OLD.unit_id
        OR OLD.until <= statement_timestamp() AND NEW.until IS DISTINCT FROM OLD.until THEN
        NEW.confirmed_at := NULL;
        NEW.confirmed_by_id := NULL;
        NEW.asked_by_id := gate.member();
    END IF;
    RETURN NEW;
END $$;

-- The leaders who may say yes: of the unit, or of the whole organisation; where there is none of
-- these, any leader of it. Never whoever asked, nor whoever is concerned.
CREATE FUNCTION gate.confirmers(of_member uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH able AS (
        SELECT l.id, l.unit_id IS NULL OR l.unit_id IS NOT DISTINCT FROM m.unit_id AS near
        FROM public.access_member m
        JOIN public.access_member l ON l.organisation_id = m.organisation_id AND l.role = 'leader'
            AND l.confirmed_at IS NOT NULL AND l.user_id <> m.user_id
            AND l.since <= statement_timestamp() AND (l.until IS NULL OR l.until > statement_timestamp())
        JOIN public.access_user u ON u.id = l.user_id AND u.is_active
        LEFT JOIN public.access_member asker ON asker.id = m.asked_by_id
        WHERE m.id = of_member AND l.user_id IS DISTINCT FROM asker.user_id
    )
    SELECT a.id FROM able a WHERE a.near OR NOT EXISTS (SELECT 1 FROM able b WHERE b.near)
$$;

-- Whether a living membership waits, and what for.
CREATE FUNCTION gate.waits_for(m public.access_member) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT CASE WHEN m.until <= statement_timestamp() THEN NULL
        WHEN u.login LIKE 'program.%' THEN CASE WHEN m.confirmed_at IS NULL THEN 'program'
            WHEN gate.has_new_secret(m.id) THEN 'secret' END
        WHEN m.confirmed_at IS NOT NULL OR m.role NOT IN ('case_worker', 'leader') THEN NULL
        WHEN m.renewed_at IS NOT NULL THEN 'renewal'
        ELSE 'membership' END
    FROM public.access_user u WHERE u.id = m.user_id
$$;

CREATE FUNCTION gate.tell_of_access(of_member uuid, of_kind text, to_leaders boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), t.id, t.kind, of_member,
        concat_ws(':', t.kind, of_member, extract(epoch FROM statement_timestamp()))
    FROM public.access_member m
    JOIN LATERAL (
        SELECT m.id, of_kind || '-you' AS kind WHERE m.role <> 'service'
        UNION SELECT l.id, of_kind FROM gate.confirmers(m.id) l (id) WHERE to_leaders
        UNION SELECT m.asked_by_id, of_kind WHERE NOT to_leaders AND m.asked_by_id IS NOT NULL
        UNION SELECT a.id, of_kind FROM public.access_member a
            WHERE a.organisation_id = m.organisation_id AND a.role = 'auditor'
                AND (a.until IS NULL OR a.until > statement_timestamp())
    ) t ON true
    WHERE m.id = of_member
    ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION gate.tell_waiting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF gate.waits_for(NEW) IS NOT NULL THEN
        PERFORM gate.tell_of_access(NEW.id, 'access-waits', true);
    END IF;
    RETURN NULL;
END $$;

-- What waits for the leader who asks. Somebody invited is not to be confirmed before her link has
-- been used: until then nobody knows who will use it.
CREATE FUNCTION gate.waiting_access() RETURNS TABLE (
    member uuid, name text, role text, unit text, why text, asked_by text, since timestamptz,
    invited boolean, scopes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.name, m.role, coalesce(u.name, ''), gate.waits_for(m), coalesce(asker.name, ''),
        coalesce(m.renewed_at, m.created_at), gate.has_open_link(m.id), gate.scopes_of(m.id)
    FROM gate.acting() a
    JOIN public.access_member m ON m.organisation_id = a.organisation AND a.role = 'leader'
        AND gate.waits_for(m) IS NOT NULL AND a.member IN (SELECT gate.confirmers(m.id))
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    LEFT JOIN public.access_member asker ON asker.id = m.asked_by_id
    ORDER BY m.created_at
$$;

CREATE FUNCTION gate.has_open_link(of_member uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM gate.invitation i WHERE i.member_id = of_member
        AND i.used_at IS NULL AND i.expires_at > statement_timestamp())
$$;

-- Who can say yes to what the actor herself waits for, by name: she is to know whom to ask.
CREATE FUNCTION gate.who_confirms_me() RETURNS TABLE (name text, phone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.name, coalesce(nullif(l.phone, ''), u.phone, '') FROM gate.acting() a
    CROSS JOIN gate.confirmers(a.member) c (id)
    JOIN public.access_member l ON l.id = c.id
    LEFT JOIN public.access_unit u ON u.id = l.unit_id
    WHERE a.role = 'waiting' ORDER BY l.name
$$;

-- A leader answers. A no ends the membership: what was asked for was wrong.
CREATE FUNCTION gate.answer_access(of_member uuid, agrees boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    m public.access_member;
    why text;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'leader' OR who.categories IS NOT NULL
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes' THEN RETURN false; END IF;
    SELECT * INTO m FROM public.access_member x
    WHERE x.id = of_member AND x.organisation_id = who.organisation FOR UPDATE;
    why := gate.waits_for(m);
    IF m.id IS NULL OR why IS NULL OR NOT who.member IN (SELECT gate.confirmers(m.id))
        OR agrees AND gate.has_open_link(m.id) THEN RETURN false; END IF;
    IF agrees THEN
        UPDATE public.access_member x SET confirmed_at = statement_timestamp(),
            confirmed_by_id = who.member, renewed_at = NULL WHERE x.id = m.id;
        PERFORM gate.accept_secrets(m.id);
    ELSE
        UPDATE public.access_member x SET until = statement_timestamp() WHERE x.id = m.id;
        DELETE FROM gate.session s WHERE s.member_id = m.id;
        UPDATE gate.invitation i SET used_at = statement_timestamp()
        WHERE i.member_id = m.id AND i.used_at IS NULL;
    END IF;
    PERFORM gate.tell_of_access(m.id, CASE WHEN agrees THEN 'access-confirmed' ELSE 'access-refused' END, false);
    IF agrees THEN
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'member.confirm', 'object', m.id,
            'detail', jsonb_build_object('kind', why, 'role', m.role))));
    ELSE
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'member.refuse', 'object', m.id,
            'detail', jsonb_build_object('kind', why, 'role', m.role))));
    END IF;
    RETURN true;
END $$;

-- The first leader of an organisation has nobody above her: the owner of the installation and a
-- second person, both named, confirm her at the server. Only where no leader could.
CREATE FUNCTION gate.confirm_first(of_member uuid, of_owner text, of_second text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    m public.access_member;
    names text[] := ARRAY[lower(trim(of_owner)), lower(trim(of_second))];
BEGIN
    SELECT * INTO m FROM public.access_member x WHERE x.id = of_member FOR UPDATE;
    IF m.id IS NULL OR gate.waits_for(m) IS NULL OR m.role = 'service' THEN RETURN 'absent'; END IF;
    IF EXISTS (SELECT 1 FROM gate.confirmers(m.id)) THEN RETURN 'leader'; END IF;
    IF gate.has_open_link(m.id) THEN RETURN 'link'; END IF;
    IF names[1] = names[2] OR lower(m.name) = ANY (names) OR least(length(names[1]), length(names[2])) < 3 THEN
        RETURN 'names';
    END IF;
    UPDATE public.access_member x SET confirmed_at = statement_timestamp(), renewed_at = NULL
    WHERE x.id = m.id;
    PERFORM gate.tell_of_access(m.id, 'access-confirmed', false);
    PERFORM audit.by_operator(m.organisation_id, jsonb_build_object('act', 'member.confirm_first',
        'object', m.id, 'detail', jsonb_build_object('role', m.role,
            'owner', trim(of_owner), 'second', trim(of_second))));
    RETURN 'confirmed';
END $$;

-- Leaders who wait where nobody can confirm them: for the owner, who does it once.
CREATE FUNCTION gate.without_confirmer() RETURNS TABLE (member uuid, name text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.name, o.name FROM public.access_member m
    JOIN public.access_organisation o ON o.id = m.organisation_id
    WHERE m.role <> 'service' AND gate.waits_for(m) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM gate.confirmers(m.id))
    ORDER BY o.name, m.name
$$;

-- As it was, and the new colleague waits: who asked is written down.
CREATE OR REPLACE FUNCTION gate.invite(link bytea, of_login text, of_name text, of_email text, of_role text, of_unit uuid)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    person uuid := gen_random_uuid();
    made uuid := gen_random_uuid();
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'administrator' OR of_role = 'service' OR of_unit IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.access_unit u WHERE u.id = of_unit AND u.organisation_id = who.organisation
    ) THEN
        RETURN NULL;
    END IF;
    INSERT INTO public.access_user (id, login, password, is_active, synthetic, created_at)
    SELECT person, of_login, '!', true, o.synthetic, statement_timestamp()
    FROM public.access_organisation o WHERE o.id = who.organisation
    ON CONFLICT (login) DO NOTHING;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    INSERT INTO public.access_member (id, created_at, user_id, organisation_id, unit_id, role, name, email,
        since, asked_by_id)
    VALUES (made, statement_timestamp(), person, who.organisation, of_unit, of_role, of_name, of_email,
        statement_timestamp(), who.member);
    INSERT INTO gate.invitation VALUES (link, made, who.member, statement_timestamp() + interval '3 days');
    RETURN made;
END $$;

-- As it was, and all are told at once that a link was made.
CREATE OR REPLACE FUNCTION gate.renew(link bytea, of_member uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

-- Whoever uses a link has a new password and a new factor, and nobody here knows that it is she:
-- her work with cases waits, and protected addresses are shut to her one by one.
CREATE OR REPLACE FUNCTION gate.use_invitation(link bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

REVOKE ALL ON FUNCTION gate.hold_membership(), gate.confirmers(uuid), gate.waits_for(public.access_member),
    gate.tell_of_access(uuid, text, boolean), gate.tell_waiting(), gate.waiting_access(),
    gate.has_open_link(uuid), gate.who_confirms_me(), gate.answer_access(uuid, boolean),
    gate.confirm_first(uuid, text, text), gate.without_confirmer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.waiting_access(), gate.who_confirms_me(), gate.answer_access(uuid, boolean)
    TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.hold_membership(), gate.tell_waiting(), gate.confirm_first(uuid, text, text),
    gate.without_confirmer()
    TO samvern_owner;

RESET ROLE;

-- Those who work here already were let in under the rules of their day: they count as confirmed,
-- and each organisation's trail says so.
UPDATE public.access_member m SET confirmed_at = statement_timestamp()
FROM public.access_user u WHERE u.id = m.user_id
    AND (m.role IN ('case_worker', 'leader') OR u.login LIKE 'program.%');
SELECT audit.by_operator(m.organisation_id, jsonb_build_object('act', 'member.confirm_upgrade',
    'detail', jsonb_build_object('rows', count(*))))
FROM public.access_member m WHERE m.confirmed_at IS NOT NULL GROUP BY m.organisation_id;

CREATE TRIGGER hold_membership BEFORE INSERT OR UPDATE ON public.access_member FOR EACH ROW
    EXECUTE FUNCTION gate.hold_membership();
CREATE TRIGGER tell_waiting_new AFTER INSERT ON public.access_member FOR EACH ROW
    WHEN (NEW.confirmed_at IS NULL) EXECUTE FUNCTION gate.tell_waiting();
CREATE TRIGGER tell_waiting_again AFTER UPDATE ON public.access_member FOR EACH ROW
    WHEN (OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NULL) EXECUTE FUNCTION gate.tell_waiting();
