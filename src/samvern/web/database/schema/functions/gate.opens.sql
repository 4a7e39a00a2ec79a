-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.opens(text)
CREATE OR REPLACE FUNCTION gate.opens(category text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce((
        SELECT role IN ('case_worker', 'leader', 'service', 'program')
            AND (categories IS NULL AND role <> 'program' OR category = ANY (categories))
        FROM gate.acting()), false)
$function$;
GRANT EXECUTE ON FUNCTION gate.opens(text) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.opens(text) TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.opens(text) TO samvern_owner;
