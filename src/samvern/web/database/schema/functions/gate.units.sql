-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.units()
CREATE OR REPLACE FUNCTION gate.units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(unit), '{}') FROM gate.acting()
    WHERE role IN ('case_worker', 'leader') AND unit IS NOT NULL
$function$;
GRANT EXECUTE ON FUNCTION gate.units() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.units() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.units() TO samvern_owner;
