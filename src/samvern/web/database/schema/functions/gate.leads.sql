-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.leads(access_member,cases_case)
CREATE OR REPLACE FUNCTION gate.leads(m access_member, c cases_case)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.role = 'leader' AND m.organisation_id = c.organisation_id
        AND coalesce(m.unit_id, c.unit_id) = c.unit_id
        AND (m.until IS NULL OR m.until > statement_timestamp())
$function$;
