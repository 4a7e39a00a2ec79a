-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_placeaddress(uuid)
CREATE OR REPLACE FUNCTION gate.reads_placeaddress(thing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT thing = ANY ((SELECT gate.place_addresses())::uuid[])
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_placeaddress(uuid) TO samvern_app;
