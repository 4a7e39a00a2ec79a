-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_case()
CREATE OR REPLACE FUNCTION gate.hold_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    is_moved boolean := NEW.state IS DISTINCT FROM OLD.state;
    is_held boolean := (NEW.held_at, NEW.held_by_id) IS DISTINCT FROM (OLD.held_at, OLD.held_by_id);
BEGIN
    IF OLD.erased_at IS NOT NULL OR NEW.erased_at IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'cases_case: it is erased';
    END IF;
    IF is_moved THEN
        NEW.closed_at := CASE WHEN NEW.state = 'closed' THEN statement_timestamp() END;
    ELSIF (NEW.closed_at, NEW.close_ground) IS DISTINCT FROM (OLD.closed_at, OLD.close_ground) THEN
        RAISE insufficient_privilege USING MESSAGE = 'cases_case: it is not closed or opened by this';
    END IF;
    IF is_held THEN
        IF gate.role() IS DISTINCT FROM 'leader' OR OLD.unit_id <> ALL (gate.led())
            OR (NEW.held_at IS NULL) <> (NEW.held_by_id IS NULL)
            OR (NEW.held_at IS NULL) = (OLD.held_at IS NULL)
            OR NEW.held_by_id <> gate.member()
        THEN
            RAISE insufficient_privilege USING MESSAGE = 'cases_case: a hold is its leader''s';
        END IF;
        NEW.held_at := CASE WHEN NEW.held_at IS NOT NULL THEN statement_timestamp() END;
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_case() TO samvern_owner;
