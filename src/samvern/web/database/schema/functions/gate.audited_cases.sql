-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.audited_cases(uuid[],text)
CREATE OR REPLACE FUNCTION gate.audited_cases(of_ids uuid[], of_reference text)
 RETURNS TABLE(id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT c.id, c.reference #>> '{}' FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation
    WHERE a.role = 'auditor' AND (c.id = ANY (of_ids) OR c.reference = to_jsonb(of_reference))
$function$;
GRANT EXECUTE ON FUNCTION gate.audited_cases(uuid[],text) TO samvern_app;
