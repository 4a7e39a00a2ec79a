-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.empty_case(uuid)
CREATE OR REPLACE FUNCTION gate.empty_case(of_case uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    place text;
    gone bigint;
    counted jsonb := '{}';
BEGIN
    FOR place IN
        SELECT c.relname FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        WHERE a.attname = 'case_id' AND NOT a.attisdropped
          AND c.relname NOT IN ('cases_certificate', 'cases_proposal', 'identity_key')
        ORDER BY c.relname
    LOOP
        EXECUTE format('DELETE FROM public.%I WHERE case_id = $1', place) USING of_case;
        GET DIAGNOSTICS gone = ROW_COUNT;
        IF gone > 0 THEN
            counted := counted || jsonb_build_object(place, gone);
        END IF;
    END LOOP;
    RETURN counted;
END $function$;
