-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.coordinators()
CREATE OR REPLACE FUNCTION gate.coordinators()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id FROM public.access_member m JOIN public.access_organisation o ON o.id = m.organisation_id
    WHERE o.kind = 'coordination' AND o.active AND m.role = 'coordinator'
        AND (m.until IS NULL OR m.until > statement_timestamp())
$function$;
