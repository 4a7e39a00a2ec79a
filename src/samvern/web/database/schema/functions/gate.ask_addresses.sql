-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ask_addresses(uuid,boolean)
CREATE OR REPLACE FUNCTION gate.ask_addresses(of_person uuid, again boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    address record;
BEGIN
    FOR address IN
        SELECT p.id, p.case_id FROM public.identity_protectedaddress p
        WHERE p.person_id = of_person AND p.id = ANY (gate.addresses())
            AND (again OR p.id <> ALL (gate.looked_at('identity.reveal')))
        ORDER BY p.created_at
    LOOP
        IF NOT gate.spend('identity.reveal', 1, address.id) THEN RETURN false; END IF;
        INSERT INTO gate.look VALUES (gate.member(), 'identity.reveal', address.id);
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'address.read',
            'outcome', 'seen', 'case', address.case_id, 'object', address.id,
            'detail', jsonb_build_object('rows', 1))));
    END LOOP;
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.ask_addresses(uuid,boolean) TO samvern_app;
