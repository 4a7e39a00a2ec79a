-- SPDX-License-Identifier: EUPL-1.2
-- A text may be compared before row security is asked, by an index or not, as PostgreSQL knows that
-- comparing texts tells nothing; what a plan says of the rows it dropped, or how long it took, then
-- listed the references of everybody's cases. Nothing is known of comparing jsonb: row security
-- comes first, the index serves the functions of the gate, and statistics serve no estimate.
DO $$
DECLARE each regclass;
BEGIN
    FOR each IN SELECT i.indexrelid FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attname = 'reference'
        WHERE i.indrelid = 'public.cases_case'::regclass AND NOT i.indisunique
    LOOP EXECUTE 'DROP INDEX ' || each; END LOOP;
END $$;
ALTER TABLE public.cases_case
    ALTER COLUMN reference TYPE jsonb USING to_jsonb(reference::text),
    ADD CONSTRAINT reference_is_text CHECK (jsonb_typeof(reference) = 'string');
ALTER TABLE public.cases_case ALTER COLUMN reference SET STATISTICS 0;

-- One names a function of a room that comes after this.
SET LOCAL check_function_bodies = off;
SET LOCAL ROLE samvern_gate;

-- Whether she may open something in an emergency at all. Whether there was such a case she learns
-- from gate.glass_opened, once it is committed that she opened it and its owner and leaders are told.
CREATE OR REPLACE FUNCTION gate.break_glass(
    of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    found public.cases_case;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.member IS NULL OR who.role NOT IN ('case_worker', 'leader') OR who.categories IS NOT NULL
        OR hours NOT BETWEEN 1 AND 24 OR octet_length(reason_sealed) < 30
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes'
        OR NOT gate.spend('glass', 1, NULL)
        OR EXISTS (  -- an opening that nobody has reviewed in 72 hours blocks the next
            SELECT 1 FROM public.access_glass g WHERE g.member_id = who.member
            AND g.reviewed_at IS NULL AND g.created_at < statement_timestamp() - interval '72 hours')
    THEN RETURN false; END IF;
    -- Locked before it is judged: whoever closes it at the same moment is waited for.
    PERFORM 1 FROM public.cases_case c WHERE c.reference = to_jsonb(of_reference) FOR SHARE;
    SELECT * INTO found FROM public.cases_case c
    WHERE c.reference = to_jsonb(of_reference) AND c.erased_at IS NULL AND c.state = 'open'
        AND c.id <> ALL (gate.barred());
    IF found.id IS NULL THEN RETURN true; END IF;
    INSERT INTO public.access_glass (id, created_at, case_id, member_id, owner_organisation_id,
        ground, reason_sealed, expires_at, verdict)
    VALUES (opening, statement_timestamp(), found.id, who.member, found.organisation_id, ground,
        reason_sealed, statement_timestamp() + make_interval(hours => hours), '');
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), found.id, m.id,
        CASE m.role WHEN 'leader' THEN 'glass-review' ELSE 'glass-broken' END, opening,
        'glass:' || opening
    FROM public.access_member m
    WHERE (m.until IS NULL OR m.until > statement_timestamp()) AND m.id <> who.member AND (
        m.id = found.owner_id
        OR m.role = 'leader' AND (
            m.organisation_id = found.organisation_id AND coalesce(m.unit_id, found.unit_id) = found.unit_id
            OR m.organisation_id = who.organisation AND coalesce(m.unit_id, who.unit) = who.unit));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'glass.break', 'case', found.id,
        'object', opening, 'detail', jsonb_build_object('ground', ground, 'hours', hours))));
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION gate.board_people(of_region text) RETURNS TABLE (
    line text, person uuid, number smallint, age text, case_id uuid, kind text, opened timestamptz,
    unit uuid, reference text, house uuid, holder text, region text, viewer uuid)
LANGUAGE sql STABLE ROWS 20000 SET search_path = pg_catalog AS $$
    WITH houses AS MATERIALIZED (
        SELECT h.*, s.value FROM gate.board_houses(of_region) h, gate.board_secret s
        WHERE h.shows = 'lines'
    ), barred AS MATERIALIZED (SELECT gate.barred() AS ids)
    SELECT upper(substr(n.hex, 1, 4) || '.' || substr(n.hex, 5, 4) || '.' || substr(n.hex, 9, 4)),
        p.id, p.number, CASE WHEN p.age_seen = 'unknown' THEN p.age_told ELSE p.age_seen END, c.id,
        c.kind, c.created_at, c.unit_id, c.reference #>> '{}', h.id, h.name, h.region, h.viewer
    FROM houses h
    JOIN public.cases_case c ON c.organisation_id = h.id AND c.state = 'open'
        AND c.erased_at IS NULL
    JOIN public.cases_person p ON p.case_id = c.id
    CROSS JOIN LATERAL (SELECT encode(
        sha256(h.value || sha256(h.value || uuid_send(h.viewer) || uuid_send(p.id))), 'hex')) n (hex)
    WHERE c.id <> ALL ((SELECT ids FROM barred)::uuid[])
        AND (p.own_case_id IS NULL OR NOT EXISTS (SELECT 1 FROM public.cases_case k
            WHERE k.id = p.own_case_id AND k.state = 'open' AND k.erased_at IS NULL))
$$;

CREATE OR REPLACE FUNCTION gate.audited_cases(of_ids uuid[], of_reference text)
RETURNS TABLE (id uuid, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT c.id, c.reference #>> '{}' FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation
    WHERE a.role = 'auditor' AND (c.id = ANY (of_ids) OR c.reference = to_jsonb(of_reference))
$$;

RESET ROLE;
