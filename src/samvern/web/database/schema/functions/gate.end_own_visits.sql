-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_own_visits()
CREATE OR REPLACE FUNCTION gate.end_own_visits()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT gate.drop_visit(v.key) FROM gate.visit v WHERE v.user_id = gate.self()
$function$;
GRANT EXECUTE ON FUNCTION gate.end_own_visits() TO samvern_app;
