-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.desks()
CREATE OR REPLACE FUNCTION gate.desks()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(d.id), '{}') FROM gate.acting() a
    JOIN public.contacts_desk d ON d.organisation_id = a.organisation
        AND (d.unit_id = a.unit OR a.role = 'leader' AND a.unit IS NULL)
    WHERE a.role IN ('case_worker', 'leader')
$function$;
GRANT EXECUTE ON FUNCTION gate.desks() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.desks() TO samvern_owner;
