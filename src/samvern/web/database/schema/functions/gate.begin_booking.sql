-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.begin_booking()
CREATE OR REPLACE FUNCTION gate.begin_booking()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    home record;
BEGIN
    PERFORM gate.lock_rooms(NEW.room_id);
    SELECT p.id, p.organisation_id, p.unit_id, r.beds INTO home
    FROM public.places_room r JOIN public.places_place p ON p.id = r.place_id
    WHERE r.id = NEW.room_id AND r.active AND p.active;
    IF home.id IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'places_room: none in use';
    END IF;
    IF NEW.beds > home.beds THEN
        RAISE check_violation USING MESSAGE = 'too few beds';
    END IF;
    NEW.place_id := home.id;
    NEW.receiver_id := home.organisation_id;
    NEW.receiver_unit_id := home.unit_id;
    NEW.state := 'held';
    NEW.created_at := clock_timestamp();
    NEW.state_since := NEW.created_at;
    NEW.held_until := least(NEW.held_until, NEW.created_at + interval '24 hours');
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.begin_booking() TO samvern_owner;
