-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.place_regions()
CREATE OR REPLACE FUNCTION gate.place_regions()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(DISTINCT p.region ORDER BY p.region), '{}') FROM gate.acting() a
    JOIN public.places_place p ON p.active
    WHERE a.role IN ('case_worker', 'leader', 'coordinator', 'program')
$function$;
GRANT EXECUTE ON FUNCTION gate.place_regions() TO samvern_app;
