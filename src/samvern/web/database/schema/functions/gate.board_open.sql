-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_open(text)
CREATE OR REPLACE FUNCTION gate.board_open(of_region text)
 RETURNS TABLE(person uuid, number smallint, age text, case_id uuid, kind text, opened timestamp with time zone, unit uuid, reference text, house uuid, holder text, region text, viewer uuid)
 LANGUAGE sql
 STABLE ROWS 20000
 SET search_path TO 'pg_catalog'
AS $function$
    WITH houses AS MATERIALIZED (
        SELECT h.* FROM gate.board_houses(of_region) h WHERE h.shows = 'lines'
    ), barred AS MATERIALIZED (SELECT gate.barred() AS ids)
    SELECT p.id, p.number, CASE WHEN p.age_seen = 'unknown' THEN p.age_told ELSE p.age_seen END,
        c.id, c.kind, c.created_at, c.unit_id, c.reference #>> '{}', h.id, h.name, h.region, h.viewer
    FROM houses h
    JOIN public.cases_case c ON c.organisation_id = h.id AND c.state = 'open'
        AND c.erased_at IS NULL
    JOIN public.cases_person p ON p.case_id = c.id
    WHERE c.id <> ALL ((SELECT ids FROM barred)::uuid[])
        AND (p.own_case_id IS NULL OR NOT EXISTS (SELECT 1 FROM public.cases_case k
            WHERE k.id = p.own_case_id AND k.state = 'open' AND k.erased_at IS NULL))
$function$;
