-- SPDX-License-Identifier: EUPL-1.2
-- Only an organisation that coordinates has coordinators: what they see is not for their own
-- organisation alone. A membership of that role elsewhere acts for nobody.

SET LOCAL ROLE samvern_gate;

CREATE OR REPLACE FUNCTION gate.acting(OUT member uuid, OUT organisation uuid, OUT unit uuid, OUT role text,
    OUT categories text[], OUT authenticated_at timestamptz, OUT person uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.organisation_id, m.unit_id,
        CASE WHEN m.role = 'service' AND u.login LIKE 'program.%' THEN 'program' ELSE m.role END,
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

CREATE OR REPLACE FUNCTION gate.memberships() RETURNS TABLE (
    member uuid, name text, role text, organisation uuid, organisation_name text, unit_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, m.name, m.role, o.id, o.name, coalesce(u.name, '')
    FROM public.access_member m
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
        AND (m.role <> 'coordinator' OR o.kind = 'coordination')
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    WHERE m.user_id = gate.self() AND m.role <> 'service'
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
    ORDER BY o.name, m.role
$$;

CREATE FUNCTION gate.guard_coordinator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.access_organisation o
        WHERE o.id = NEW.organisation_id AND o.kind = 'coordination') THEN
        RAISE check_violation USING MESSAGE = 'only an organisation that coordinates has coordinators';
    END IF;
    RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION gate.guard_coordinator() TO samvern_owner;

RESET ROLE;
CREATE TRIGGER guard_coordinator BEFORE INSERT ON public.access_member FOR EACH ROW
    WHEN (NEW.role = 'coordinator') EXECUTE FUNCTION gate.guard_coordinator();
