-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.find_subjects(uuid,bytea[],text,text[])
CREATE OR REPLACE FUNCTION gate.find_subjects(asking uuid, blinds bytea[], purpose text, fields text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.find_subjects(uuid,bytea[],text,text[]) TO samvern_app;
