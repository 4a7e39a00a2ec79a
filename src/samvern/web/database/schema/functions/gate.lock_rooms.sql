-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.lock_rooms(uuid[])
CREATE OR REPLACE FUNCTION gate.lock_rooms(VARIADIC wanted uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT 1 FROM public.places_room r WHERE r.id = ANY (wanted) ORDER BY r.id FOR NO KEY UPDATE
$function$;
