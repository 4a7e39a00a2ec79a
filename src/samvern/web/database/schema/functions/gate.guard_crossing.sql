-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_crossing()
CREATE OR REPLACE FUNCTION gate.guard_crossing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF gate.held_back(NEW.of_id) <> '{}' THEN
        RAISE check_violation USING MESSAGE = 'held back: ' || array_to_string(gate.held_back(NEW.of_id), ', ');
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_crossing() TO samvern_owner;
