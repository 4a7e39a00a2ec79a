-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.without_confirmer()
CREATE OR REPLACE FUNCTION gate.without_confirmer()
 RETURNS TABLE(member uuid, name text, organisation text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id, m.name, o.name FROM public.access_member m
    JOIN public.access_organisation o ON o.id = m.organisation_id
    WHERE m.role <> 'service' AND gate.waits_for(m) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM gate.confirmers(m.id))
    ORDER BY o.name, m.name
$function$;
GRANT EXECUTE ON FUNCTION gate.without_confirmer() TO samvern_owner;
