-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.acting(OUT member uuid, OUT organisation uuid, OUT unit uuid, OUT role text,
    OUT categories text[], OUT authenticated_at timestamptz, OUT person uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.organisation_id, m.unit_id,
        CASE WHEN m.role = 'service' AND u.login LIKE 'program.%' THEN 'program' ELSE m.role END,
        s.categories, s.authenticated_at, m.user_id
    FROM gate.session s
    JOIN public.access_member m ON m.id = s.member_id
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
      AND s.expires_at > statement_timestamp()
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
$$;

-- Whether she, or it, works with cases at all, and with this category. A program without categories
-- has none: its session says what it may open, or it opens nothing.
CREATE FUNCTION gate.opens(category text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce((
        SELECT role IN ('case_worker', 'leader', 'service', 'program')
            AND (categories IS NULL AND role <> 'program' OR category = ANY (categories))
        FROM gate.acting()), false)
$$;

-- A program works in the whole organisation, as a job does.
CREATE FUNCTION gate.led() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(u.id), '{}') FROM gate.acting() a
    JOIN public.access_unit u ON u.organisation_id = a.organisation
        AND (a.role IN ('service', 'program') OR a.role = 'leader' AND coalesce(a.unit, u.id) = u.id)
$$;

-- What a program's token was given out for; nothing for any other token, be it a visit's or a job's.
CREATE FUNCTION gate.scopes() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT string_to_array(substr(s.purpose, 5), ' ') FROM gate.acting() a, gate.session s
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
      AND a.role = 'program' AND s.purpose LIKE 'api %'
$$;

RESET ROLE;
