-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_approval()
CREATE OR REPLACE FUNCTION gate.guard_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NEW.move = 'approve' AND NEW.made_by_id = gate.last_writer(NEW.of_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'contacts_advice: a second person approves';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_approval() TO samvern_owner;
