-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_membership()
CREATE OR REPLACE FUNCTION gate.hold_membership()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF current_user <> 'samvern_app' THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' OR NEW.unit_id IS DISTINCT FROM OLD.unit_id
        OR OLD.until <= statement_timestamp() AND NEW.until IS DISTINCT FROM OLD.until THEN
        NEW.confirmed_at := NULL;
        NEW.confirmed_by_id := NULL;
        NEW.asked_by_id := gate.member();
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_membership() TO samvern_owner;
