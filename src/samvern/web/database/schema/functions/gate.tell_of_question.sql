-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_of_question()
CREATE OR REPLACE FUNCTION gate.tell_of_question()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    q public.contacts_question;
    says text := 'question-received';
    to_asker boolean := false;
BEGIN
    IF TG_TABLE_NAME = 'contacts_question' THEN
        q := NEW;
    ELSE
        SELECT * INTO q FROM public.contacts_question WHERE id = NEW.of_id;
        to_asker := NEW.side = 'receiver';
        says := CASE NEW.move
            WHEN 'answer' THEN 'question-answered' WHEN 'ask_more' THEN 'question-more'
            WHEN 'decline' THEN 'question-declined' WHEN 'tell_more' THEN 'question-told'
            WHEN 'ask_on' THEN 'question-told' WHEN 'withdraw' THEN 'question-withdrawn' END;
        IF says IS NULL THEN RETURN NULL; END IF;
    END IF;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NULL, m.id, says, q.id, says || ':' || NEW.id
    FROM public.access_member m
    WHERE (m.until IS NULL OR m.until > statement_timestamp())
        AND CASE WHEN to_asker THEN m.id = gate.answerer(
                (SELECT o.case_id FROM public.contacts_origin o WHERE o.question_id = q.id),
                q.created_by_id)
            ELSE m.organisation_id = q.receiver_id AND m.role IN ('case_worker', 'leader')
                AND (m.unit_id = q.receiver_unit_id OR m.role = 'leader' AND m.unit_id IS NULL)
            END
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_of_question() TO samvern_owner;
