-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.fill_once()
CREATE OR REPLACE FUNCTION gate.fill_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    before jsonb := to_jsonb(OLD);
    after jsonb := to_jsonb(NEW);
BEGIN
    IF current_user = 'samvern_app' AND (
        after - TG_ARGV IS DISTINCT FROM before - TG_ARGV
        OR EXISTS (
            SELECT 1 FROM unnest(TG_ARGV) name
            WHERE before -> name <> 'null' AND before -> name IS DISTINCT FROM after -> name))
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': filled in once';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.fill_once() TO samvern_owner;
