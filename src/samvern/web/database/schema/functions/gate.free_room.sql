-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.free_room()
CREATE OR REPLACE FUNCTION gate.free_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.places_room SET freed_at = clock_timestamp()
    WHERE id = CASE TG_TABLE_NAME WHEN 'places_room' THEN NEW.id
        ELSE (to_jsonb(NEW) ->> 'room_id')::uuid END;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.free_room() TO samvern_owner;
