-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_advice()
CREATE OR REPLACE FUNCTION gate.guard_advice()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    is_clear boolean := (NEW.title, NEW.asked, NEW.answered, NEW.approved_on)
        IS DISTINCT FROM (OLD.title, OLD.asked, OLD.answered, OLD.approved_on);
    is_other boolean := (NEW.topics, NEW.rules, NEW.language)
        IS DISTINCT FROM (OLD.topics, OLD.rules, OLD.language)
        OR NEW.draft_sealed IS NOT NULL AND NEW.draft_sealed IS DISTINCT FROM OLD.draft_sealed;
BEGIN
    IF current_user = 'samvern_app' AND (
        is_clear AND NOT (OLD.state = 'written' AND gate.member() <> gate.last_writer(OLD.id)
            OR OLD.state = 'taken_down' AND NEW.title = '' AND NEW.asked = '' AND NEW.answered = '')
        OR is_other AND OLD.state NOT IN ('written', 'sent_back'))
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': a second person writes this';
    END IF;
    NEW.search := to_tsvector('pg_catalog.norwegian', NEW.title) ||
        to_tsvector('pg_catalog.norwegian', NEW.asked || ' ' || NEW.answered);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_advice() TO samvern_owner;
