-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.drop_counter(bytea)
CREATE OR REPLACE FUNCTION gate.drop_counter(of_key bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH gone AS (DELETE FROM gate.counter WHERE key = of_key RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM gone)
$function$;
GRANT EXECUTE ON FUNCTION gate.drop_counter(bytea) TO samvern_app;
