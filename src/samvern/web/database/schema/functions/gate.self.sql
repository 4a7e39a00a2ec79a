-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.self()
CREATE OR REPLACE FUNCTION gate.self()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT coalesce(gate.person(), gate.candidate()) $function$;
GRANT EXECUTE ON FUNCTION gate.self() TO samvern_app;
