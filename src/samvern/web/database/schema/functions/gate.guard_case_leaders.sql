-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_case_leaders()
CREATE OR REPLACE FUNCTION gate.guard_case_leaders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM gate.one_at_a_time(NEW.organisation_id);
    PERFORM gate.keep_a_leader(NEW.id);
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_case_leaders() TO samvern_owner;
