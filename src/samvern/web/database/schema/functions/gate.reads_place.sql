-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_place(uuid)
CREATE OR REPLACE FUNCTION gate.reads_place(thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT thing = ANY ((SELECT gate.kept_places())::uuid[])
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_place(uuid) TO samvern_app;
