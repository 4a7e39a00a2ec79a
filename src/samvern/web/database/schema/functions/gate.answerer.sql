-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.answerer(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.answerer(of_case uuid, begun_by uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT CASE WHEN c.id IS NULL OR gate.works_on(begun_by, c.id) THEN begun_by ELSE c.owner_id END
    FROM (SELECT 1) one LEFT JOIN public.cases_case c ON c.id = of_case
$function$;
