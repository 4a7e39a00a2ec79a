-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.unvouch()
CREATE OR REPLACE FUNCTION gate.unvouch()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    DELETE FROM gate.vouched WHERE user_id = gate.person()
$function$;
GRANT EXECUTE ON FUNCTION gate.unvouch() TO samvern_app;
