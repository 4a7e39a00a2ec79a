-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ask_others(uuid,uuid,uuid,bytea[],text)
CREATE OR REPLACE FUNCTION gate.ask_others(asking uuid, of_case uuid, of_person uuid, blinds bytea[], for_purpose text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    until timestamptz := statement_timestamp() + interval '14 days';
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS NULL OR who.role NOT IN ('case_worker', 'leader') OR cardinality(blinds) > 40
        OR NOT gate.sees(of_case, 'identity') OR NOT EXISTS (
            SELECT 1 FROM public.cases_person p JOIN public.cases_case c ON c.id = p.case_id
            WHERE p.id = of_person AND c.id = of_case AND c.organisation_id = who.organisation)
        OR NOT gate.spend('identity.ask', 1, NULL)
    THEN
        RETURN false;
    END IF;
    INSERT INTO public.identity_inquiry
        (id, created_at, case_id, person_id, asked_by_id, purpose, expires_at)
    VALUES (asking, statement_timestamp(), of_case, of_person, who.member, for_purpose, until);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'identity.ask',
        'case', of_case, 'object', asking, 'detail', jsonb_build_object('purpose', for_purpose))));
    INSERT INTO gate.asking VALUES (asking, blinds);
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.ask_others(uuid,uuid,uuid,bytea[],text) TO samvern_app;
