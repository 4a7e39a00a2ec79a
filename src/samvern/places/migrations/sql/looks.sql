-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Ask to read the address of a place that is open to the actor; counted, and in the trail of the case
-- it is read for. Again: one asked for in the last five minutes is told once more.
CREATE FUNCTION gate.ask_place_address(of_place uuid, of_case uuid, again boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

-- Whoever writes an address knows it: it is open to her without asking.
CREATE FUNCTION gate.look_at_own_place() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO gate.look (member_id, item, object, tx)
    SELECT a.member, 'place.address', NEW.id, '3' FROM gate.acting() a WHERE a.member IS NOT NULL;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION gate.ask_place_address(of_place uuid, of_case uuid, again boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.ask_place_address(of_place uuid, of_case uuid, again boolean) TO samvern_app;
REVOKE ALL ON FUNCTION gate.look_at_own_place() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.look_at_own_place() TO samvern_owner;

RESET ROLE;

CREATE TRIGGER look_at_own AFTER INSERT ON public.places_placeaddress FOR EACH ROW
    EXECUTE FUNCTION gate.look_at_own_place();
CREATE POLICY told ON public.places_placeaddress AS RESTRICTIVE FOR SELECT TO samvern_app
    USING (id = ANY ((SELECT gate.looked_at('place.address'))::uuid[]));
