-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.guard_crossing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF gate.held_back(NEW.of_id) <> '{}' THEN
        RAISE check_violation USING MESSAGE = 'held back: ' || array_to_string(gate.held_back(NEW.of_id), ', ');
    END IF;
    RETURN NEW;
END $$;

-- Where an answer's words are sealed to, for whoever has both link and code.
CREATE FUNCTION gate.link_answers_to(found_by bytea, proved_by bytea) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.answers_to FROM gate.link l WHERE l.name = found_by AND l.proof = proved_by
$$;

-- What a link holds is gone for good in the moment it can be opened no more.
CREATE FUNCTION gate.empty_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM gate.link l WHERE l.id = OLD.id;
    ELSE
        UPDATE gate.link l SET content = NULL, openings_left = 0 WHERE l.id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

RESET ROLE;
