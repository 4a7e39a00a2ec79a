-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.closed_cases()
CREATE OR REPLACE FUNCTION gate.closed_cases()
 RETURNS TABLE(id uuid, unit uuid, kind text, closed_on date, last_entry date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT c.id, c.unit_id, c.kind, (c.closed_at AT TIME ZONE 'Europe/Oslo')::date,
        (greatest(
            (SELECT max(x.created_at) FROM public.cases_note x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_document x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_assessment x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_assistance x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_action x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_factsheet x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_risk x WHERE x.case_id = c.id),
            c.created_at
        ) AT TIME ZONE 'Europe/Oslo')::date
    FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation AND a.role = 'service'
    WHERE c.state = 'closed' AND c.erased_at IS NULL AND c.held_at IS NULL AND c.closed_at IS NOT NULL
$function$;
GRANT EXECUTE ON FUNCTION gate.closed_cases() TO samvern_app;
