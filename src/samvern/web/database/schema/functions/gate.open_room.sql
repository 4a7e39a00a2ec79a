-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.open_room(uuid)
CREATE OR REPLACE FUNCTION gate.open_room(closing uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    found public.places_occupancy;
    now_ timestamptz := statement_timestamp();
BEGIN
    SELECT o.* INTO found FROM public.places_occupancy o
    JOIN public.places_room r ON r.id = o.room_id
    WHERE o.id = closing AND o.booking_id IS NULL AND o.live AND upper(o.during) > now_
        AND r.place_id = ANY ((SELECT gate.kept_places())::uuid[]);
    IF found.id IS NULL THEN RETURN NULL; END IF;
    PERFORM gate.lock_rooms(found.room_id);
    UPDATE public.places_occupancy
    SET live = lower(during) < now_,
        during = CASE WHEN lower(during) < now_ THEN tstzrange(lower(during), now_) ELSE during END
    WHERE id = found.id AND live;
    RETURN found.room_id;
END $function$;
GRANT EXECUTE ON FUNCTION gate.open_room(uuid) TO samvern_app;
