-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.signed(message text, mac bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM gate.secret s
        WHERE gate.hmac(s.value, convert_to(message, 'UTF8')) = mac)
$$;

-- Who is about to sign in, as the program that holds the secret says: by login, or by id.
CREATE FUNCTION gate.candidate() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    said text[] := string_to_array(nullif(current_setting('samvern.candidate', true), ''), '|');
BEGIN
    IF said IS NULL OR array_length(said, 1) <> 4
        OR NOT gate.signed(concat_ws('|', 'candidate', said[1], said[2], said[3]), decode(said[4], 'hex'))
        OR to_timestamp(said[3]::bigint) < statement_timestamp() THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT u.id FROM public.access_user u WHERE u.is_active AND CASE said[1]
        WHEN 'login' THEN u.login = convert_from(decode(said[2], 'hex'), 'UTF8')
        WHEN 'id' THEN u.id::text = convert_from(decode(said[2], 'hex'), 'UTF8') END);
END $$;

CREATE FUNCTION gate.self() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce(gate.person(), gate.candidate()) $$;

-- The memberships the person may act in now.
CREATE FUNCTION gate.memberships() RETURNS TABLE (
    member uuid, name text, role text, organisation uuid, organisation_name text, unit_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.name, m.role, o.id, o.name, coalesce(u.name, '')
    FROM public.access_member m
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    WHERE m.user_id = gate.self() AND m.role <> 'service'
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
    ORDER BY o.name, m.role
$$;

-- The one place that says how long a visit lasts: quarter of an hour unused, eight hours in all.
CREATE FUNCTION gate.lives(v gate.visit) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT v.expires_at > statement_timestamp()
        AND v.seen_at > statement_timestamp() - interval '15 minutes'
$$;

CREATE FUNCTION gate.drop_visit(which bytea) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    WITH gone AS (DELETE FROM gate.visit WHERE key = which RETURNING token_hash)
    DELETE FROM gate.session s USING gone WHERE s.token_hash = gone.token_hash
$$;

-- Keep a visit. Only a new one is added: a visit ended meanwhile does not come back to life.
CREATE FUNCTION gate.write_visit(of_key bytea, content bytea, who uuid, token bytea,
    of_provider bytea, on_device text, is_new boolean, seconds double precision) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF is_new THEN
        INSERT INTO gate.visit (key, sealed, user_id, token_hash, provider, device, expires_at)
        VALUES (of_key, content, who, token, of_provider, left(on_device, 60), statement_timestamp()
            + least(make_interval(secs => seconds), interval '8 hours'));
        RETURN true;
    END IF;
    UPDATE gate.visit v SET sealed = content, user_id = who, token_hash = token,
        provider = of_provider, device = left(on_device, 60)
    WHERE v.key = of_key AND gate.lives(v);
    RETURN FOUND;
END $$;

CREATE FUNCTION gate.end_visit(of_key bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT gate.drop_visit(of_key) $$;

-- The visits somebody may end: her own and, for an administrator, those that act for her organisation.
CREATE FUNCTION gate.visits(of_member uuid DEFAULT NULL) RETURNS TABLE (
    handle uuid, device text, created_at timestamptz, seen_at timestamptz, is_this boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT v.handle, v.device, v.created_at, v.seen_at, v.token_hash =
        sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
    FROM gate.acting() a
    JOIN gate.visit v ON gate.lives(v)
    LEFT JOIN gate.session s ON s.token_hash = v.token_hash
    LEFT JOIN public.access_member m ON m.id = s.member_id
    WHERE CASE WHEN of_member IS NULL THEN v.user_id = a.person
        ELSE a.role = 'administrator' AND m.id = of_member AND m.organisation_id = a.organisation END
    ORDER BY v.seen_at DESC
$$;

CREATE FUNCTION gate.end_visits(handles uuid[], of_member uuid DEFAULT NULL) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH mine AS MATERIALIZED (
        SELECT v.key FROM gate.visits(of_member) l JOIN gate.visit v USING (handle)
        WHERE l.handle = ANY (handles)
    ), dropped AS (SELECT gate.drop_visit(key) FROM mine)
    SELECT count(*)::integer FROM dropped
$$;

-- End every visit of the person about to sign in: her factors have been renewed.
CREATE FUNCTION gate.end_own_visits() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT gate.drop_visit(v.key) FROM gate.visit v WHERE v.user_id = gate.self()
$$;

-- The provider logged its person out: end what rests on that sign-in.
CREATE FUNCTION gate.end_provider_visits(of_provider bytea, mac bytea) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT gate.signed('leave|' || encode(of_provider, 'hex'), mac) THEN
        RETURN 0;
    END IF;
    RETURN (SELECT count(gate.drop_visit(v.key)) FROM gate.visit v WHERE v.provider = of_provider);
END $$;

CREATE FUNCTION gate.sweep_visits() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM gate.counter WHERE until < statement_timestamp();
    DELETE FROM gate.invitation WHERE coalesce(used_at, expires_at) < statement_timestamp() - interval '90 days';
    WITH dead AS MATERIALIZED (SELECT v.key FROM gate.visit v WHERE NOT gate.lives(v)),
    dropped AS (SELECT gate.drop_visit(key) FROM dead)
    SELECT count(*)::integer FROM dropped
$$;

-- Let a new colleague in: her membership, and a link that is good for three days and one use.
CREATE FUNCTION gate.invite(link bytea, of_login text, of_name text, of_email text, of_role text, of_unit uuid)
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
    INSERT INTO public.access_member (id, created_at, user_id, organisation_id, unit_id, role, name, email, since)
    VALUES (made, statement_timestamp(), person, who.organisation, of_unit, of_role, of_name, of_email,
        statement_timestamp());
    INSERT INTO gate.invitation VALUES (link, made, who.member, statement_timestamp() + interval '3 days');
    RETURN made;
END $$;

-- A new link for a colleague who lost her password or phone. Not for oneself, and not where another
-- organisation relies on the same sign-in: there its own administrator must agree.
CREATE FUNCTION gate.renew(link bytea, of_member uuid) RETURNS text
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
    RETURN 'made';
END $$;

CREATE FUNCTION gate.invited(link bytea) RETURNS TABLE (
    person uuid, login text, name text, organisation_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT u.id, u.login, m.name, o.name FROM gate.invitation i
    JOIN public.access_member m ON m.id = i.member_id
        AND (m.until IS NULL OR m.until > statement_timestamp())
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE i.key = link AND i.used_at IS NULL AND i.expires_at > statement_timestamp()
$$;

CREATE FUNCTION gate.use_invitation(link bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH used AS (
        UPDATE gate.invitation i SET used_at = statement_timestamp()
        WHERE i.key = link AND i.used_at IS NULL AND i.expires_at > statement_timestamp() RETURNING 1
    ) SELECT EXISTS (SELECT 1 FROM used)
$$;

-- The people of a demonstration who can sign in; nobody elsewhere.
CREATE FUNCTION gate.cast() RETURNS TABLE (
    login text, name text, role text, organisation_name text, unit_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT u.login, m.name, m.role, o.name, coalesce(n.name, '')
    FROM public.access_user u
    JOIN public.access_member m ON m.user_id = u.id AND m.role <> 'service'
        AND (m.until IS NULL OR m.until > statement_timestamp())
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    LEFT JOIN public.access_unit n ON n.id = m.unit_id
    WHERE u.synthetic AND u.is_active
    ORDER BY o.name, n.name, m.role, m.name
$$;

CREATE FUNCTION gate.has_synthetic() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM public.access_user u WHERE u.synthetic)
        OR EXISTS (SELECT 1 FROM public.access_organisation o WHERE o.synthetic)
$$;

CREATE FUNCTION gate.vouched_for(of_name bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT v.user_id FROM gate.vouched v WHERE v.name = of_name
$$;

CREATE FUNCTION gate.vouch(of_name bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH made AS (
        INSERT INTO gate.vouched (name, user_id) SELECT of_name, gate.person()
        WHERE gate.person() IS NOT NULL ON CONFLICT DO NOTHING RETURNING 1
    ) SELECT EXISTS (SELECT 1 FROM made)
$$;

CREATE FUNCTION gate.is_vouched() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM gate.vouched WHERE user_id = gate.person())
$$;

CREATE FUNCTION gate.unvouch() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM gate.vouched WHERE user_id = gate.person()
$$;

CREATE FUNCTION gate.read_counter(of_key bytea) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT value FROM gate.counter
    WHERE key = of_key AND (until IS NULL OR until > statement_timestamp())
$$;

CREATE FUNCTION gate.write_counter(of_key bytea, content jsonb, seconds double precision, only_new boolean)
RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH written AS (
        INSERT INTO gate.counter AS c VALUES (
            of_key, content, statement_timestamp() + make_interval(secs => seconds))
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until
        WHERE NOT only_new OR c.until <= statement_timestamp() RETURNING 1
    ) SELECT EXISTS (SELECT 1 FROM written)
$$;

CREATE FUNCTION gate.drop_counter(of_key bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH gone AS (DELETE FROM gate.counter WHERE key = of_key RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM gone)
$$;

RESET ROLE;
