-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.read_visit(bytea,boolean)
CREATE OR REPLACE FUNCTION gate.read_visit(of_key bytea, is_use boolean)
 RETURNS TABLE(sealed bytea, idle integer, total integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    found gate.visit;
BEGIN
    SELECT * INTO found FROM gate.visit v WHERE v.key = of_key;
    IF found.key IS NULL THEN
        RETURN;
    END IF;
    IF NOT gate.lives(found) THEN
        PERFORM gate.drop_visit(of_key);
        RETURN;
    END IF;
    IF is_use AND found.seen_at < statement_timestamp() - interval '30 seconds' THEN
        UPDATE gate.visit v SET seen_at = statement_timestamp() WHERE v.key = of_key;
        found.seen_at := statement_timestamp();
    END IF;
    RETURN QUERY SELECT found.sealed,
        ceil(extract(epoch FROM found.seen_at + interval '15 minutes' - statement_timestamp()))::integer,
        ceil(extract(epoch FROM found.expires_at - statement_timestamp()))::integer;
END $function$;
GRANT EXECUTE ON FUNCTION gate.read_visit(bytea,boolean) TO samvern_app;
