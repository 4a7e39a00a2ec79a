-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_counts(text)
CREATE OR REPLACE FUNCTION gate.board_counts(of_region text)
 RETURNS TABLE(holder text, region text, shows text, people integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH houses AS MATERIALIZED (
        SELECT * FROM gate.board_houses(of_region)
        WHERE gate.board_look(of_region) = ANY ((SELECT gate.looked_at('board.see'))::uuid[])
    ),
    barred AS MATERIALIZED (SELECT gate.barred() AS ids),
    counted AS (
        SELECT c.organisation_id AS house, count(*)::integer AS people,
            (count(*) FILTER (WHERE c.id <> ALL ((SELECT ids FROM barred)::uuid[])))::integer AS seen
        FROM public.cases_case c JOIN public.cases_person p ON p.case_id = c.id
        WHERE c.state = 'open' AND c.erased_at IS NULL
            AND c.organisation_id IN (SELECT id FROM houses)
            AND (p.own_case_id IS NULL OR NOT EXISTS (SELECT 1 FROM public.cases_case k
                WHERE k.id = p.own_case_id AND k.state = 'open' AND k.erased_at IS NULL))
        GROUP BY c.organisation_id
    )
    SELECT h.name, h.region, h.shows, CASE WHEN h.shows = 'lines' THEN coalesce(n.seen, 0)
        WHEN n.people >= 5 THEN n.people END
    FROM houses h LEFT JOIN counted n ON n.house = h.id
    WHERE h.shows <> 'nothing' ORDER BY h.name
$function$;
GRANT EXECUTE ON FUNCTION gate.board_counts(text) TO samvern_app;
