-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.organisation()
CREATE OR REPLACE FUNCTION gate.organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT organisation FROM gate.acting() $function$;
GRANT EXECUTE ON FUNCTION gate.organisation() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.organisation() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.organisation() TO samvern_owner;
