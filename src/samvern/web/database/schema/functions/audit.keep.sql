-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.keep()
CREATE OR REPLACE FUNCTION audit.keep()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    old_row jsonb := to_jsonb(OLD);
BEGIN
    INSERT INTO audit.history (member_id, case_id, category, source, row_id, was)
    VALUES (gate.member(), coalesce(old_row ->> 'case_id', old_row ->> 'id')::uuid, TG_ARGV[0],
        TG_TABLE_NAME, OLD.id, old_row);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION audit.keep() TO samvern_owner;
