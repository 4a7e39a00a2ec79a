-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.empty_link()
CREATE OR REPLACE FUNCTION gate.empty_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM gate.link l WHERE l.id = OLD.id;
    ELSE
        UPDATE gate.link l SET content = NULL, openings_left = 0 WHERE l.id = NEW.id;
    END IF;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.empty_link() TO samvern_owner;
