-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.glass_opened(uuid)
CREATE OR REPLACE FUNCTION gate.glass_opened(opening uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT g.case_id FROM public.access_glass g
    WHERE g.id = opening AND g.member_id = gate.member() AND g.ended_at IS NULL
        AND g.expires_at > statement_timestamp() AND gate.told(g.tx)
$function$;
GRANT EXECUTE ON FUNCTION gate.glass_opened(uuid) TO samvern_app;
