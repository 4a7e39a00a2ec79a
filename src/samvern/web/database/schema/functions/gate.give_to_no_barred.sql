-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.give_to_no_barred()
CREATE OR REPLACE FUNCTION gate.give_to_no_barred()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM gate.refuse_barred(NEW.id, NEW.owner_id);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.give_to_no_barred() TO samvern_owner;
