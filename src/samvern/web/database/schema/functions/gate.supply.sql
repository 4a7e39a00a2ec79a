-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.supply(date,date)
CREATE OR REPLACE FUNCTION gate.supply(first date, last date)
 RETURNS TABLE(day date, kind text, region text, free integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT n.day::date, p.kind, p.region, count(*)::integer
    FROM gate.acting() a
    CROSS JOIN generate_series(first::timestamp, last::timestamp, interval '1 day') n(day)
    CROSS JOIN public.places_place p JOIN public.places_room r ON r.place_id = p.id AND r.active
    WHERE a.role IN ('case_worker', 'leader', 'coordinator', 'program') AND p.active AND last - first <= 92
        AND NOT EXISTS (SELECT 1 FROM public.places_occupancy t WHERE t.room_id = r.id AND t.live
            AND t.during @> ((n.day + interval '20 hours') AT TIME ZONE 'Europe/Oslo'))
    GROUP BY 1, 2, 3
$function$;
GRANT EXECUTE ON FUNCTION gate.supply(date,date) TO samvern_app;
