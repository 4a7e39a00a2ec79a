-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.change_only()
CREATE OR REPLACE FUNCTION gate.change_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF current_user = 'samvern_app'
        AND to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': not everything may change';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.change_only() TO samvern_owner;
