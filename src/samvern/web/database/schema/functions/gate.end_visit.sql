-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_visit(bytea)
CREATE OR REPLACE FUNCTION gate.end_visit(of_key bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT gate.drop_visit(of_key) $function$;
GRANT EXECUTE ON FUNCTION gate.end_visit(bytea) TO samvern_app;
