-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_conference(uuid)
CREATE OR REPLACE FUNCTION gate.reads_conference(of_conference uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT EXISTS (SELECT 1 FROM gate.sitting() s WHERE s.conference = of_conference) $function$;
GRANT EXECUTE ON FUNCTION gate.reads_conference(uuid) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.reads_conference(uuid) TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.reads_conference(uuid) TO samvern_owner;
