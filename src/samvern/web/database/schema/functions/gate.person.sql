-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.person()
CREATE OR REPLACE FUNCTION gate.person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT person FROM gate.acting() $function$;
GRANT EXECUTE ON FUNCTION gate.person() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.person() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.person() TO samvern_owner;
