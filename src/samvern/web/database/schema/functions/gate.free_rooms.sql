-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.free_rooms(timestamp with time zone,timestamp with time zo
CREATE OR REPLACE FUNCTION gate.free_rooms(since timestamp with time zone, until timestamp with time zone, avoid text[])
 RETURNS TABLE(room uuid, place uuid, organisation uuid, provider text, name text, kind text, region text, apart boolean, sexes text[], youngest integer, oldest integer, children boolean, beds integer, accessible boolean, languages text[], security integer, staffed text, policy text, intake_from integer, intake_until integer, free_from timestamp with time zone, free_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT f.* FROM gate.rooms_free(since, until, avoid) f
    WHERE (SELECT a.role = 'service' FROM gate.acting() a)
        OR gate.place_search(since, until, avoid) = ANY ((SELECT gate.looked_at('place.search'))::uuid[])
$function$;
GRANT EXECUTE ON FUNCTION gate.free_rooms(timestamp with time zone,timestamp with time zone,text[]) TO samvern_app;
