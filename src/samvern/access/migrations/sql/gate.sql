-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

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

-- Units whose cases she sees where the case is open to the unit.
CREATE FUNCTION gate.units() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(unit), '{}') FROM gate.acting()
    WHERE role IN ('case_worker', 'leader') AND unit IS NOT NULL
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

RESET ROLE;
