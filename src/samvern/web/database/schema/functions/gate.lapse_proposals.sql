-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.lapse_proposals()
CREATE OR REPLACE FUNCTION gate.lapse_proposals()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH lapsed AS (
        UPDATE public.cases_proposal p SET state = 'rejected', version = p.version + 1,
            changed_at = statement_timestamp()
        FROM gate.acting() a JOIN public.cases_case c
            ON c.organisation_id = a.organisation AND a.role = 'service' AND c.state <> 'closed'
        WHERE p.case_id = c.id AND p.state IN ('proposed', 'confirmed') RETURNING 1
    ) SELECT count(*)::integer FROM lapsed
$function$;
GRANT EXECUTE ON FUNCTION gate.lapse_proposals() TO samvern_app;
