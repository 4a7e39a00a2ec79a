-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.waiting_line(uuid[])
CREATE OR REPLACE FUNCTION gate.waiting_line(waits uuid[])
 RETURNS TABLE(waits_id uuid, stands integer, waiting integer, due integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH freed AS MATERIALIZED (
        SELECT p.kind, p.region, max(greatest(r.freed_at, p.changed_at, (
            SELECT max(upper(t.during)) FROM public.places_occupancy t WHERE t.room_id = r.id
                AND t.live AND upper(t.during) <= statement_timestamp()))) AS at
        FROM public.places_place p JOIN public.places_room r ON r.place_id = p.id
        WHERE p.active AND r.active GROUP BY 1, 2
    ), line AS MATERIALIZED (
        SELECT x.id, x.kind, x.region, x.urgency, x.created_at,
            coalesce(x.told_at < statement_timestamp() - interval '2 hours', false)
            OR x.passed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM freed f
                WHERE f.at >= x.passed_at AND x.kind IN ('', f.kind) AND x.region IN ('', f.region))
                AS passed
        FROM public.places_waiting x WHERE x.state = 'waiting'
    )
    SELECT w.id, 1 + count(x.id) FILTER (WHERE ahead), 1 + count(x.id),
        1 + count(x.id) FILTER (WHERE ahead AND NOT passed)
    FROM gate.acting() a
    JOIN public.places_waiting w ON w.id = ANY (waits) AND w.organisation_id = a.organisation
    LEFT JOIN line x ON x.id <> w.id AND (x.kind = w.kind OR '' IN (x.kind, w.kind))
        AND (x.region = w.region OR '' IN (x.region, w.region))
    CROSS JOIN LATERAL (
        SELECT (x.urgency, x.created_at, x.id) < (w.urgency, w.created_at, w.id) AS ahead) o
    WHERE a.role IN ('case_worker', 'leader', 'service', 'program') AND w.state = 'waiting'
    GROUP BY w.id
$function$;
GRANT EXECUTE ON FUNCTION gate.waiting_line(uuid[]) TO samvern_app;
