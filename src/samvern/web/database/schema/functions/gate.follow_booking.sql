-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.follow_booking()
CREATE OR REPLACE FUNCTION gate.follow_booking()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    of_it public.places_booking;
BEGIN
    SELECT * INTO of_it FROM public.places_booking b WHERE b.id = NEW.of_id;
    PERFORM gate.lock_rooms(of_it.room_id, coalesce(NEW.room_id, of_it.room_id));
    IF NEW.finish IN ('declined', 'released', 'expired', 'never_arrived') THEN
        UPDATE public.places_occupancy SET live = false WHERE booking_id = of_it.id AND live;
    ELSIF NEW.finish = 'ended' THEN
        PERFORM gate.cut_stay(of_it.id, NEW.created_at);
    ELSIF NEW.move IN ('extend', 'extend_stay') THEN
        PERFORM gate.stretch_stay(of_it, NEW.until);
    ELSIF NEW.move IN ('move', 'move_on') THEN
        PERFORM gate.move_stay(of_it, NEW.room_id, NEW.created_at);
    END IF;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.follow_booking() TO samvern_owner;
