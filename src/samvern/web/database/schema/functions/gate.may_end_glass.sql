-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.may_end_glass(access_glass)
CREATE OR REPLACE FUNCTION gate.may_end_glass(g access_glass)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce((
        SELECT g.member_id = a.member
            OR g.case_id <> ALL (gate.barred()) AND (
                a.role = 'leader' AND (
                    EXISTS (SELECT 1 FROM public.cases_case c
                        WHERE c.id = g.case_id AND c.unit_id = ANY (gate.led()))
                    OR EXISTS (SELECT 1 FROM public.access_member m
                        WHERE m.id = g.member_id AND m.organisation_id = a.organisation
                            AND coalesce(a.unit, m.unit_id) IS NOT DISTINCT FROM m.unit_id))
                -- Where somebody is in danger now, a leader decides.
                OR NOT gate.in_danger(g.case_id) AND EXISTS (SELECT 1 FROM public.cases_case c
                    WHERE c.id = g.case_id AND c.owner_id = a.member))
        FROM gate.acting() a WHERE a.role IN ('case_worker', 'leader')), false)
$function$;
