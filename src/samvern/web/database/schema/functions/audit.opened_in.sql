-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.opened_in(uuid,uuid[])
CREATE OR REPLACE FUNCTION audit.opened_in(of_chain uuid, of_cases uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(DISTINCT l.case_id), '{}') FROM audit.line l
    WHERE l.case_id = ANY (of_cases) AND l.chain = of_chain AND l.act = 'case.see'
      AND l.organisation_id = of_chain
$function$;
GRANT EXECUTE ON FUNCTION audit.opened_in(uuid,uuid[]) TO samvern_gate;
