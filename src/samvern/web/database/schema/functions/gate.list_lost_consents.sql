-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.list_lost_consents()
CREATE OR REPLACE FUNCTION gate.list_lost_consents()
 RETURNS TABLE(kind text, thing uuid, why text, helps boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.kind, l.thing, l.why, l.helps FROM gate.on_lost_consents() l ORDER BY l.kind, l.thing
$function$;
GRANT EXECUTE ON FUNCTION gate.list_lost_consents() TO samvern_app;
