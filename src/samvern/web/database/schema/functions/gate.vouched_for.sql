-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.vouched_for(bytea)
CREATE OR REPLACE FUNCTION gate.vouched_for(of_name bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT v.user_id FROM gate.vouched v WHERE v.name = of_name
$function$;
GRANT EXECUTE ON FUNCTION gate.vouched_for(bytea) TO samvern_app;
