-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.place_addresses()
CREATE OR REPLACE FUNCTION gate.place_addresses()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(d.id), '{}') FROM gate.acting() a
    CROSS JOIN public.places_placeaddress d
    WHERE a.role IN ('case_worker', 'leader') AND gate.opens('case')
        AND a.authenticated_at > statement_timestamp() - interval '5 minutes'
        AND (d.place_id = ANY ((SELECT gate.kept_places())::uuid[]) OR EXISTS (
            SELECT 1 FROM public.places_booking b
            WHERE b.place_id = d.place_id AND b.state IN ('booked', 'arrived')
                AND b.organisation_id = a.organisation
                AND b.case_id = ANY ((SELECT gate.staffed())::uuid[]) AND b.case_id <> ALL ((SELECT gate.barred())::uuid[])))
$function$;
GRANT EXECUTE ON FUNCTION gate.place_addresses() TO samvern_app;
