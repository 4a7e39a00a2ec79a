-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.works_on(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.works_on(of_member uuid, of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM public.access_member m
        JOIN public.cases_case c ON c.id = of_case AND c.organisation_id = m.organisation_id
        WHERE m.id = of_member AND m.role IN ('case_worker', 'leader', 'program')
            AND (m.until IS NULL OR m.until > statement_timestamp())
            AND (m.role = 'program' OR c.owner_id = m.id
                OR c.circle = 'unit' AND c.unit_id = m.unit_id
                OR m.role = 'leader' AND coalesce(m.unit_id, c.unit_id) = c.unit_id
                OR EXISTS (SELECT 1 FROM public.access_teammember t
                    WHERE t.case_id = c.id AND t.member_id = m.id AND t.ended_at IS NULL))
            AND NOT EXISTS (SELECT 1 FROM public.access_bar b
                WHERE b.case_id = c.id AND b.member_id = m.id))
$function$;
