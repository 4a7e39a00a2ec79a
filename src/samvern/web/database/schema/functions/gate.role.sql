-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.role()
CREATE OR REPLACE FUNCTION gate.role()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT role FROM gate.acting() $function$;
GRANT EXECUTE ON FUNCTION gate.role() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.role() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.role() TO samvern_owner;
