-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_waiting()
CREATE OR REPLACE FUNCTION gate.tell_waiting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF gate.waits_for(NEW) IS NOT NULL THEN
        PERFORM gate.tell_of_access(NEW.id, 'access-waits', true);
    END IF;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_waiting() TO samvern_owner;
