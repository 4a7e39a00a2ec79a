-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- What the application may change of a row it may change at all. Arguments: the columns that change
-- as work goes on, those that are filled in once, and the states in which the row's state still
-- changes (none named: in each). Everything else is as it was written. What is
-- filled in is neither cleared nor moved, and a name that is written (..._by_id) is the actor's.
CREATE FUNCTION gate.hold_columns() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    free text[] := string_to_array(TG_ARGV[0], ',');
    once text[] := string_to_array(TG_ARGV[1], ',');
    open_states text[] := string_to_array(TG_ARGV[2], ',');
    was jsonb := to_jsonb(OLD);
    changed record;
BEGIN
    FOR changed IN
        SELECT n.key, n.value FROM jsonb_each(to_jsonb(NEW)) n
        WHERE n.value IS DISTINCT FROM was -> n.key
    LOOP
        IF changed.key <> ALL (free) AND (changed.key <> ALL (once) OR was -> changed.key <> 'null')
            OR changed.key = 'state' AND open_states <> '{}' AND was ->> 'state' <> ALL (open_states)
            OR changed.key LIKE '%\_by\_id' AND changed.key <> 'replaced_by_id' AND changed.value <> 'null'
                AND changed.value IS DISTINCT FROM to_jsonb(gate.member())
        THEN
            RAISE insufficient_privilege
                USING MESSAGE = TG_TABLE_NAME || ': ' || changed.key || ' does not change so';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;

-- Closing a case, a legal hold and erasure: times are the database's own, a hold is its leader's to
-- set and to lift, and an erased case changes no more.
CREATE FUNCTION gate.hold_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
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
END $$;

GRANT EXECUTE ON FUNCTION gate.hold_columns(), gate.hold_case() TO samvern_owner;

RESET ROLE;
