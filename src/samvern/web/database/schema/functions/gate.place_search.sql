-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.place_search(timestamp with time zone,timestamp with time 
CREATE OR REPLACE FUNCTION gate.place_search(since timestamp with time zone, until timestamp with time zone, avoid text[])
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT md5(jsonb_build_array(extract(epoch FROM since), extract(epoch FROM until), avoid)::text)::uuid
$function$;
