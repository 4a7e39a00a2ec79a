-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.close_room(uuid,timestamp with time zone,timestamp with ti
CREATE OR REPLACE FUNCTION gate.close_room(closed uuid, since timestamp with time zone, until timestamp with time zone, reason text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    made uuid;
BEGIN
    PERFORM gate.lock_rooms(closed);
    INSERT INTO public.places_occupancy
        (id, created_at, room_id, organisation_id, during, live, why)
    SELECT gen_random_uuid(), statement_timestamp(), r.id, r.organisation_id,
        tstzrange(since, until), true, reason
    FROM public.places_room r JOIN public.places_place p ON p.id = r.place_id
    WHERE r.id = closed AND p.id = ANY ((SELECT gate.kept_places())::uuid[])
    RETURNING id INTO made;
    RETURN made;
END $function$;
GRANT EXECUTE ON FUNCTION gate.close_room(uuid,timestamp with time zone,timestamp with time zone,text) TO samvern_app;
