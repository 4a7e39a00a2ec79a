-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_booking(uuid)
CREATE OR REPLACE FUNCTION gate.reads_booking(thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM public.places_booking b
        WHERE b.id = thing AND b.state IN ('held', 'booked', 'arrived')
            AND b.place_id = ANY ((SELECT gate.kept_places())::uuid[]) AND b.case_id <> ALL ((SELECT gate.barred())::uuid[]))
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_booking(uuid) TO samvern_app;
