-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.is_vouched()
CREATE OR REPLACE FUNCTION gate.is_vouched()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM gate.vouched WHERE user_id = gate.person())
$function$;
GRANT EXECUTE ON FUNCTION gate.is_vouched() TO samvern_app;
