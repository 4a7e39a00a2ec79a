-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.take_room()
CREATE OR REPLACE FUNCTION gate.take_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    INSERT INTO public.places_occupancy
        (id, created_at, room_id, organisation_id, booking_id, case_id, during, live, why)
    VALUES (gen_random_uuid(), NEW.created_at, NEW.room_id, NEW.receiver_id, NEW.id, NEW.case_id,
        NEW.during, true, '');
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.take_room() TO samvern_owner;
