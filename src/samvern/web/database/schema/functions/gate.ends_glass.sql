-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ends_glass(uuid)
CREATE OR REPLACE FUNCTION gate.ends_glass(opening uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce((SELECT gate.may_end_glass(g) FROM public.access_glass g WHERE g.id = opening), false)
$function$;
GRANT EXECUTE ON FUNCTION gate.ends_glass(uuid) TO samvern_app;
