-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.tell_origin(uuid)
CREATE OR REPLACE FUNCTION audit.tell_origin(of_question uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    origin record;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT o.case_id, q.organisation_id INTO origin FROM public.contacts_origin o
    JOIN public.contacts_question q ON q.id = o.question_id
    WHERE q.id = of_question AND gate.reads_question(q.id)
        AND q.organisation_id <> who.organisation;
    IF origin.case_id IS NULL THEN RETURN; END IF;
    PERFORM audit.add(origin.organisation_id, who, jsonb_build_object('act', 'question.see',
        'outcome', 'seen', 'case', origin.case_id, 'object', of_question));
END $function$;
GRANT EXECUTE ON FUNCTION audit.tell_origin(uuid) TO samvern_app;
