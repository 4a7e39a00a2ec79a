-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.place_cards(uuid[])
CREATE OR REPLACE FUNCTION gate.place_cards(wanted uuid[])
 RETURNS TABLE(place uuid, name text, kind text, region text, provider text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT p.id, p.name, p.kind, p.region, o.name FROM gate.acting() a
    JOIN public.places_place p ON p.id = ANY (wanted)
    JOIN public.access_organisation o ON o.id = p.organisation_id
    WHERE a.role IN ('case_worker', 'leader', 'service', 'program') AND gate.opens('case')
$function$;
GRANT EXECUTE ON FUNCTION gate.place_cards(uuid[]) TO samvern_app;
