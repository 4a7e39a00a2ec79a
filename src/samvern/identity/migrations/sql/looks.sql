-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

DROP FUNCTION gate.find_subjects(blinds bytea[], purpose text, fields text[]);

-- Ask whom something is known of; the answer is gate.found_subjects, once this is committed.
CREATE FUNCTION gate.find_subjects(asking uuid, blinds bytea[], purpose text, fields text[])
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT gate.opens('identity') OR cardinality(blinds) > 20
        OR NOT gate.spend('identity.find', 1, NULL) THEN
        RETURN false;
    END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'identity.find', asking, blinds);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object(
        'act', 'identity.find', 'outcome', 'seen', 'detail', jsonb_build_object(
            'purpose', purpose, 'by', fields, 'rows', (
                SELECT count(DISTINCT l.person_id) FROM public.identity_lookup l
                WHERE l.blind = ANY (blinds) AND gate.sees(l.case_id, 'identity')),
            'sought', (SELECT jsonb_agg(encode(substr(b, 1, 8), 'hex')) FROM unnest(blinds) b)))));
    RETURN true;
END $$;

CREATE FUNCTION gate.found_subjects(asking uuid)
RETURNS TABLE (case_id uuid, person_id uuid, claim_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.case_id, l.person_id, l.claim_id FROM gate.look k
    JOIN public.identity_lookup l ON l.blind = ANY (k.sought)
    WHERE k.member_id = gate.member() AND k.item = 'identity.find' AND k.object = asking
        AND asking = ANY (gate.looked_at('identity.find')) AND gate.sees(l.case_id, 'identity')
    LIMIT 50
$$;

-- Ask to read the protected addresses of a person that are open to the actor: each is counted, and
-- stands in the trail. Again: one that was asked for in the last five minutes is told once more.
CREATE FUNCTION gate.ask_addresses(of_person uuid, again boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

-- Whoever writes an address knows it: it is open to her without asking.
CREATE FUNCTION gate.look_at_own() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO gate.look (member_id, item, object, tx)
    SELECT a.member, 'identity.reveal', NEW.id, '3' FROM gate.acting() a WHERE a.member IS NOT NULL;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION gate.look_at_own() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.look_at_own() TO samvern_owner;

RESET ROLE;

CREATE TRIGGER look_at_own AFTER INSERT ON public.identity_protectedaddress FOR EACH ROW
    EXECUTE FUNCTION gate.look_at_own();
CREATE POLICY told ON public.identity_protectedaddress AS RESTRICTIVE FOR SELECT TO samvern_app
    USING (id = ANY ((SELECT gate.looked_at('identity.reveal'))::uuid[]));

GRANT SELECT (person_id, created_at) ON public.identity_protectedaddress TO samvern_gate;

SET LOCAL ROLE samvern_gate;
REVOKE ALL ON FUNCTION gate.find_subjects(asking uuid, blinds bytea[], purpose text, fields text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.find_subjects(asking uuid, blinds bytea[], purpose text, fields text[]) TO samvern_app;
REVOKE ALL ON FUNCTION gate.found_subjects(asking uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.found_subjects(asking uuid) TO samvern_app;
REVOKE ALL ON FUNCTION gate.ask_addresses(of_person uuid, again boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.ask_addresses(of_person uuid, again boolean) TO samvern_app;
RESET ROLE;
