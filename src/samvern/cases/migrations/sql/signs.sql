-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.board_people(of_region text) RETURNS TABLE (
    line text, person uuid, number smallint, age text, case_id uuid, kind text, opened timestamptz,
    unit uuid, reference text, house uuid, holder text, region text, viewer uuid)
LANGUAGE sql STABLE ROWS 20000 SET search_path = pg_catalog AS $$
    WITH houses AS MATERIALIZED (
        SELECT h.*, s.value FROM gate.board_houses(of_region) h, gate.board_secret s
        WHERE h.shows = 'lines'
    ), barred AS MATERIALIZED (SELECT gate.barred() AS ids)
    SELECT upper(substr(n.hex, 1, 4) || '.' || substr(n.hex, 5, 4) || '.' || substr(n.hex, 9, 4)),
        p.id, p.number, CASE WHEN p.age_seen = 'unknown' THEN p.age_told ELSE p.age_seen END, c.id,
        c.kind, c.created_at, c.unit_id, c.reference, h.id, h.name, h.region, h.viewer
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

CREATE FUNCTION gate.board_signs(of_region text, calls text[])
RETURNS TABLE (line text, signs text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT b.line, array_remove(ARRAY[
        CASE WHEN r.level = 'acute' OR s.rules && calls::varchar[] THEN 'danger' END,
        CASE WHEN r.level IN ('high', 'acute') THEN 'risk' END,
        CASE WHEN b.age <> 'adult' THEN 'child' END,
        CASE WHEN p.address_protected THEN 'address' END], NULL)
    FROM gate.board_people(of_region) b
    JOIN public.cases_person p ON p.id = b.person
    LEFT JOIN public.cases_sign s ON s.person_id = b.person
    LEFT JOIN LATERAL (SELECT x.level FROM public.cases_risk x WHERE x.person_id = b.person
        ORDER BY x.created_at DESC LIMIT 1) r ON true
$$;

RESET ROLE;
