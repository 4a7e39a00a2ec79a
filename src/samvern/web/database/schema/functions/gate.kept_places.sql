-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.kept_places()
CREATE OR REPLACE FUNCTION gate.kept_places()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(p.id), '{}') FROM gate.acting() a
    JOIN public.places_place p ON p.organisation_id = a.organisation
        AND (p.unit_id IS NULL OR p.unit_id = a.unit OR a.role IN ('service', 'program')
            OR a.role = 'leader' AND a.unit IS NULL)
    WHERE a.role IN ('case_worker', 'leader', 'service', 'program') AND gate.opens('case')
$function$;
GRANT EXECUTE ON FUNCTION gate.kept_places() TO samvern_app;
