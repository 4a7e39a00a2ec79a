-- SPDX-License-Identifier: EUPL-1.2
-- Who is asking. The application hands over a bearer token for one transaction; what it opens is
-- worked out here, from tables the application cannot write to around these functions.
CREATE SCHEMA gate AUTHORIZATION samvern_gate;
GRANT USAGE ON SCHEMA public TO samvern_gate, samvern_audit;
SET LOCAL ROLE samvern_gate;
GRANT USAGE ON SCHEMA gate TO samvern_app, samvern_audit, samvern_owner;
-- Functions are open to everybody in PostgreSQL unless that is taken back.
ALTER DEFAULT PRIVILEGES FOR ROLE samvern_gate REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE gate.secret (
    id smallint PRIMARY KEY,
    value bytea NOT NULL CHECK (octet_length(value) = 32)
);
CREATE TABLE gate.session (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    member_id uuid NOT NULL,
    authenticated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    purpose text NOT NULL DEFAULT '',
    categories text[]
);
CREATE INDEX ON gate.session (member_id);
CREATE UNLOGGED TABLE gate.budget (
    member_id uuid NOT NULL, what text NOT NULL, hour timestamptz NOT NULL, object uuid NOT NULL,
    used integer NOT NULL, PRIMARY KEY (member_id, what, hour, object)
);
CREATE TABLE gate.allowance (what text PRIMARY KEY, hourly integer NOT NULL, daily integer NOT NULL);
INSERT INTO gate.allowance VALUES
    ('case.open', 120, 600), ('case.search', 240, 1200), ('identity.reveal', 60, 200),
    ('identity.find', 30, 100), ('print', 30, 100), ('document.fetch', 60, 300), ('glass', 3, 10);

-- HMAC (RFC 2104) by the hash the server has: PostgreSQL may be built without pgcrypto.
CREATE FUNCTION gate.hmac(key bytea, message bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
DECLARE
    inner_pad bytea := decode(repeat('36', 64), 'hex');
    outer_pad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
    FOR place IN 0 .. octet_length(key) - 1 LOOP
        inner_pad := set_byte(inner_pad, place, get_byte(inner_pad, place) # get_byte(key, place));
        outer_pad := set_byte(outer_pad, place, get_byte(outer_pad, place) # get_byte(key, place));
    END LOOP;
    RETURN sha256(outer_pad || sha256(inner_pad || message));
END $$;

-- Only a program that holds the secret can open a session; a query alone cannot.
CREATE FUNCTION gate.open_session(
    member uuid, token_hash bytea, authenticated_at timestamptz, expires_at timestamptz,
    purpose text, categories text[], mac bytea
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    message text := concat_ws('|', member, encode(token_hash, 'hex'),
        floor(extract(epoch FROM authenticated_at)), floor(extract(epoch FROM expires_at)),
        purpose, array_to_string(categories, ','));
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM gate.secret s WHERE gate.hmac(s.value, convert_to(message, 'UTF8')) = mac
    ) OR expires_at > statement_timestamp() + interval '9 hours' THEN
        RETURN false;
    END IF;
    INSERT INTO gate.session VALUES
        (token_hash, member, authenticated_at, expires_at, purpose, categories);
    RETURN true;
END $$;

CREATE FUNCTION gate.close_session(token text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM gate.session WHERE token_hash = sha256(convert_to(token, 'UTF8'));
$$;

CREATE FUNCTION gate.sweep() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM gate.session WHERE expires_at < statement_timestamp();
    DELETE FROM gate.budget WHERE hour < statement_timestamp() - interval '2 days';
$$;

-- The acting membership; nothing when the token is wrong, old, or the membership has ended.
CREATE FUNCTION gate.acting(OUT member uuid, OUT organisation uuid, OUT unit uuid, OUT role text,
    OUT categories text[], OUT authenticated_at timestamptz, OUT person uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.organisation_id, m.unit_id, m.role, s.categories, s.authenticated_at, m.user_id
    FROM gate.session s
    JOIN public.access_member m ON m.id = s.member_id
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
      AND s.expires_at > statement_timestamp()
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
$$;
CREATE FUNCTION gate.member() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT member FROM gate.acting() $$;
CREATE FUNCTION gate.organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT organisation FROM gate.acting() $$;
CREATE FUNCTION gate.role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT role FROM gate.acting() $$;
CREATE FUNCTION gate.person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT person FROM gate.acting() $$;

-- Whether she works with cases at all, and with this category (a job's token may open few).
CREATE FUNCTION gate.opens(category text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce((
        SELECT role IN ('case_worker', 'leader', 'service')
            AND (categories IS NULL OR category = ANY (categories)) FROM gate.acting()), false)
$$;

-- Units whose cases she sees where the case is open to the unit.
CREATE FUNCTION gate.units() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(unit), '{}') FROM gate.acting()
    WHERE role IN ('case_worker', 'leader') AND unit IS NOT NULL
$$;

-- Units she leads. A leader without a unit leads them all; a job works in the whole organisation.
CREATE FUNCTION gate.led() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(u.id), '{}') FROM gate.acting() a
    JOIN public.access_unit u ON u.organisation_id = a.organisation
        AND (a.role = 'service' OR a.role = 'leader' AND coalesce(a.unit, u.id) = u.id)
$$;

CREATE FUNCTION gate.barred() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(b.case_id), '{}') FROM gate.acting() a
    JOIN public.access_bar b ON b.member_id = a.member
$$;

-- Cases opened to her by name: she is on the team, or broke the glass and it has not closed.
CREATE FUNCTION gate.mine() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(case_id), '{}') FROM (
        SELECT t.case_id FROM gate.acting() a
        JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT g.case_id FROM gate.acting() a
        JOIN public.access_glass g ON g.member_id = a.member AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp()
        WHERE a.role IN ('case_worker', 'leader')
    ) opened
$$;

-- Cases other organisations share with hers, in this category, now.
CREATE FUNCTION gate.shared(category text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(s.case_id), '{}') FROM gate.acting() a
    JOIN public.access_share s ON s.organisation_id = a.organisation
        AND (s.unit_id IS NULL OR s.unit_id = a.unit OR a.role = 'leader' AND a.unit IS NULL)
    WHERE a.role IN ('case_worker', 'leader')
      AND category = ANY (s.categories)
      AND s.ended_at IS NULL
      AND s.since <= statement_timestamp() AND s.until > statement_timestamp()
$$;

-- Use some of an hourly and daily allowance; false when it is used up. The same object counts
-- once an hour: looking at one case all day is work, looking at hundreds is not.
CREATE FUNCTION gate.spend(item text, amount integer, thing uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who uuid := gate.member();
    this_hour timestamptz := date_trunc('hour', statement_timestamp());
    allowed gate.allowance;
    hourly bigint;
    daily bigint;
BEGIN
    SELECT * INTO allowed FROM gate.allowance a WHERE a.what = item;
    IF who IS NULL OR allowed IS NULL OR amount < 1 THEN
        RETURN false;
    END IF;
    INSERT INTO gate.budget AS b
    VALUES (who, item, this_hour, coalesce(thing, gen_random_uuid()), amount)
    ON CONFLICT DO NOTHING;
    SELECT sum(b.used) FILTER (WHERE b.hour = this_hour), sum(b.used) INTO hourly, daily
    FROM gate.budget b
    WHERE b.member_id = who AND b.what = item AND b.hour > statement_timestamp() - interval '1 day';
    RETURN hourly <= allowed.hourly AND daily <= allowed.daily;
END $$;

GRANT EXECUTE ON FUNCTION gate.open_session, gate.close_session, gate.sweep, gate.acting,
    gate.spend TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.member, gate.organisation, gate.role, gate.person, gate.opens,
    gate.units, gate.led, gate.barred, gate.mine, gate.shared TO samvern_app, samvern_audit, samvern_owner;
GRANT EXECUTE ON FUNCTION gate.acting TO samvern_audit;
RESET ROLE;
