-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.escalate_question(uuid,text)
CREATE OR REPLACE FUNCTION gate.escalate_question(of_question uuid, note_key text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    told integer;
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NULL, c.id, 'question-silent', q.id, note_key
    FROM gate.acting() a
    JOIN public.contacts_question q ON q.id = of_question AND q.receiver_id = a.organisation
        AND q.state IN ('asked', 'taken', 'more_told')
    CROSS JOIN gate.coordinators() c (id)
    WHERE a.role = 'service'
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $function$;
GRANT EXECUTE ON FUNCTION gate.escalate_question(uuid,text) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.escalate_question(uuid,text) TO samvern_owner;
