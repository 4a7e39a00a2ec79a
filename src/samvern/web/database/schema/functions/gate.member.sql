-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.member()
CREATE OR REPLACE FUNCTION gate.member()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT member FROM gate.acting() $function$;
GRANT EXECUTE ON FUNCTION gate.member() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.member() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.member() TO samvern_owner;
