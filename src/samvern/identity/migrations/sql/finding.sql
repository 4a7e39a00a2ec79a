-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.find_subjects(blinds bytea[], purpose text, fields text[])
RETURNS TABLE (allowed boolean, case_id uuid, person_id uuid, claim_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    hits uuid[];
BEGIN
    IF NOT gate.opens('identity') OR cardinality(blinds) > 20 OR NOT gate.spend('identity.find', 1, NULL) THEN
        RETURN QUERY SELECT false, NULL::uuid, NULL::uuid, NULL::uuid;
        RETURN;
    END IF;
    hits := ARRAY (
        SELECT l.id FROM public.identity_lookup l
        WHERE l.blind = ANY (blinds) AND gate.sees(l.case_id, 'identity') LIMIT 50);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object(
        'act', 'identity.find', 'outcome', 'seen', 'detail', jsonb_build_object(
            'purpose', purpose, 'by', fields, 'rows', (
                SELECT count(DISTINCT l.person_id) FROM public.identity_lookup l WHERE l.id = ANY (hits)),
            'sought', (SELECT jsonb_agg(encode(substr(b, 1, 8), 'hex')) FROM unnest(blinds) b)))));
    RETURN QUERY SELECT true, l.case_id, l.person_id, l.claim_id
        FROM public.identity_lookup l WHERE l.id = ANY (hits);
    IF NOT FOUND THEN
        RETURN QUERY SELECT true, NULL::uuid, NULL::uuid, NULL::uuid;
    END IF;
END $$;

RESET ROLE;
