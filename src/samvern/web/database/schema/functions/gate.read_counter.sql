-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.read_counter(bytea)
CREATE OR REPLACE FUNCTION gate.read_counter(of_key bytea)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT value FROM gate.counter
    WHERE key = of_key AND (until IS NULL OR until > statement_timestamp())
$function$;
GRANT EXECUTE ON FUNCTION gate.read_counter(bytea) TO samvern_app;
