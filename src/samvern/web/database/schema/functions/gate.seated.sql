-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.seated()
CREATE OR REPLACE FUNCTION gate.seated()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT coalesce(array_agg(conference), '{}') FROM gate.sitting() $function$;
GRANT EXECUTE ON FUNCTION gate.seated() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.seated() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.seated() TO samvern_owner;
