-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.demand(date,date)
CREATE OR REPLACE FUNCTION gate.demand(first date, last date)
 RETURNS TABLE(day date, kind text, region text, outcome text, reason text, number integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT d.day, d.kind, d.region, d.outcome, d.reason,
        CASE WHEN count(*) < 5 THEN -1 ELSE (round(count(*) / 5.0) * 5)::integer END
    FROM gate.acting() a JOIN public.places_demand d ON d.day BETWEEN first AND last
    WHERE a.role IN ('case_worker', 'leader', 'coordinator', 'program') AND last - first <= 366
    GROUP BY GROUPING SETS ((d.outcome, d.day), (d.outcome, d.kind, d.region), (d.outcome, d.reason))
$function$;
GRANT EXECUTE ON FUNCTION gate.demand(date,date) TO samvern_app;
