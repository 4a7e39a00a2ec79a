-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_columns()
CREATE OR REPLACE FUNCTION gate.hold_columns()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_columns() TO samvern_owner;
