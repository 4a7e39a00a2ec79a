-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.asks_of_danger(uuid)
CREATE OR REPLACE FUNCTION gate.asks_of_danger(opening uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM public.access_glass g, gate.acting() a
        WHERE g.id = opening AND a.role = 'leader' AND a.organisation = g.owner_organisation_id
            AND g.case_id <> ALL (gate.barred()) AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp() AND gate.in_danger(g.case_id))
$function$;
GRANT EXECUTE ON FUNCTION gate.asks_of_danger(uuid) TO samvern_app;
