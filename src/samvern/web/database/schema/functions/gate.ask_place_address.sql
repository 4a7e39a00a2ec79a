-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ask_place_address(uuid,uuid,boolean)
CREATE OR REPLACE FUNCTION gate.ask_place_address(of_place uuid, of_case uuid, again boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    address uuid;
BEGIN
    SELECT d.id INTO address FROM public.places_placeaddress d
    WHERE d.place_id = of_place AND d.id = ANY (gate.place_addresses())
        AND (again OR d.id <> ALL (gate.looked_at('place.address')));
    IF address IS NULL THEN RETURN true; END IF;
    IF NOT gate.spend('place.address', 1, of_place) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'place.address', address);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'place.address',
        'outcome', 'seen', 'case', of_case, 'object', of_place,
        'detail', jsonb_build_object('rows', 1))));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.ask_place_address(uuid,uuid,boolean) TO samvern_app;
