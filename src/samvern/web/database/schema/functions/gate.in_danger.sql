-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.in_danger(uuid)
CREATE OR REPLACE FUNCTION gate.in_danger(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM (SELECT DISTINCT ON (r.person_id) r.level FROM public.cases_risk r
            WHERE r.case_id = of_case ORDER BY r.person_id, r.created_at DESC) newest
        WHERE newest.level IN ('high', 'acute'))
$function$;
