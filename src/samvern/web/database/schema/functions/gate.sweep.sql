-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.sweep()
CREATE OR REPLACE FUNCTION gate.sweep()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    DELETE FROM gate.session WHERE expires_at < statement_timestamp();
    DELETE FROM gate.budget WHERE hour < statement_timestamp() - interval '2 days';
$function$;
GRANT EXECUTE ON FUNCTION gate.sweep() TO samvern_app;
