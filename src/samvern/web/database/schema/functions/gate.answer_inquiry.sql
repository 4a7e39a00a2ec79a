-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.answer_inquiry(uuid,boolean,text)
CREATE OR REPLACE FUNCTION gate.answer_inquiry(of_answer uuid, says_yes boolean, of_contact text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    given public.identity_answer;
    asked public.identity_inquiry;
BEGIN
    SELECT * INTO who FROM gate.acting();
    PERFORM 1 FROM public.cases_case c JOIN public.identity_answer a ON a.case_id = c.id
    WHERE a.id = of_answer FOR SHARE OF c;
    SELECT a.* INTO given FROM public.identity_answer a
    JOIN public.cases_case c ON c.id = a.case_id AND c.organisation_id = who.organisation
    WHERE a.id = of_answer AND a.is_yes IS NULL AND a.expires_at > statement_timestamp()
        AND (c.state = 'open' OR NOT says_yes)
        AND who.role IN ('case_worker', 'leader') AND gate.sees(a.case_id, 'identity')
    FOR UPDATE OF a;
    IF given.id IS NULL OR says_yes IS NULL OR says_yes AND of_contact = '' THEN
        RETURN false;
    END IF;
    UPDATE public.identity_answer a SET is_yes = says_yes, answered_by_id = who.member,
        answered_at = statement_timestamp(),
        contact = CASE WHEN says_yes THEN left(of_contact, 250) ELSE '' END
    WHERE a.id = of_answer;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'identity.answer',
        'case', given.case_id, 'object', of_answer, 'detail', jsonb_build_object('yes', says_yes))));
    IF says_yes THEN
        SELECT i.* INTO asked FROM public.identity_inquiry i WHERE i.id = given.inquiry_id;
        INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
        VALUES (gen_random_uuid(), statement_timestamp(), asked.case_id, asked.asked_by_id,
            'inquiry-answered', asked.id, 'answer:' || of_answer);
        PERFORM audit.tell(asked.case_id, jsonb_build_object('act', 'identity.answered',
            'object', asked.id, 'detail', '{}'::jsonb));
    END IF;
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.answer_inquiry(uuid,boolean,text) TO samvern_app;
