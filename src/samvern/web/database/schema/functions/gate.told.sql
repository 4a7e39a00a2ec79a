-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.told(xid8)
CREATE OR REPLACE FUNCTION gate.told(tx xid8)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT tx IS DISTINCT FROM pg_current_xact_id_if_assigned() $function$;
GRANT EXECUTE ON FUNCTION gate.told(xid8) TO samvern_app;
