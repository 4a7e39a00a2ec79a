-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.move_stay(places_booking,uuid,timestamp with time zone)
CREATE OR REPLACE FUNCTION gate.move_stay(stay places_booking, into_room uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    turn timestamptz := greatest(at, lower(stay.during));
    home uuid;
BEGIN
    SELECT p.id INTO home FROM public.places_room r JOIN public.places_place p ON p.id = r.place_id
    WHERE r.id = into_room AND r.active AND p.active AND r.organisation_id = stay.receiver_id
        AND r.beds >= stay.beds AND r.id <> stay.room_id AND p.id = stay.place_id;
    IF home IS NULL OR turn >= upper(stay.during) THEN
        RAISE check_violation USING MESSAGE = 'not to this room';
    END IF;
    UPDATE public.places_occupancy SET live = false
    WHERE booking_id = stay.id AND live AND lower(during) >= turn;
    UPDATE public.places_occupancy SET during = tstzrange(lower(during), turn)
    WHERE booking_id = stay.id AND live AND upper(during) > turn;
    INSERT INTO public.places_occupancy
        (id, created_at, room_id, organisation_id, booking_id, case_id, during, live, why)
    VALUES (gen_random_uuid(), at, into_room, stay.receiver_id, stay.id, stay.case_id,
        tstzrange(turn, upper(stay.during)), true, '');
    UPDATE public.places_booking SET room_id = into_room WHERE id = stay.id;
END $function$;
