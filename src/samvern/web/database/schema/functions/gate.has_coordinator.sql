-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.has_coordinator()
CREATE OR REPLACE FUNCTION gate.has_coordinator()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM gate.coordinators())
$function$;
GRANT EXECUTE ON FUNCTION gate.has_coordinator() TO samvern_app;
