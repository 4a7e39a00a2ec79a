-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.yeses(uuid)
CREATE OR REPLACE FUNCTION gate.yeses(of_case uuid)
 RETURNS TABLE(inquiry uuid, organisation text, contact text, answered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT i.id, o.name::text, a.contact::text, a.answered_at FROM public.identity_inquiry i
    JOIN public.identity_answer a ON a.inquiry_id = i.id AND a.is_yes
    JOIN public.cases_case c ON c.id = a.case_id
    JOIN public.access_organisation o ON o.id = c.organisation_id
    WHERE i.case_id = of_case AND gate.sees(of_case, 'identity') ORDER BY a.answered_at
$function$;
GRANT EXECUTE ON FUNCTION gate.yeses(uuid) TO samvern_app;
