-- SPDX-License-Identifier: EUPL-1.2

GRANT UPDATE (text_sealed, forgotten_at) ON public.contacts_question TO samvern_gate;
GRANT SELECT (id, of_id), UPDATE (words_sealed) ON public.contacts_questionstep TO samvern_gate;
GRANT UPDATE (state, state_since, draft_sealed) ON public.contacts_advice TO samvern_gate;
CREATE POLICY samvern_gate ON public.contacts_questionstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.contacts_questionstep FOR UPDATE TO samvern_gate
    USING (true);
GRANT SELECT ON public.contacts_origin, public.contacts_question TO samvern_audit;
CREATE POLICY samvern_audit ON public.contacts_origin FOR SELECT TO samvern_audit USING (true);
CREATE POLICY samvern_audit ON public.contacts_question FOR SELECT TO samvern_audit USING (true);

SET LOCAL ROLE samvern_gate;

-- Nobody reads any more what was asked and answered, nor a draft of advice that grew out of it.
-- Advice that a second person has approved is for everybody, has nobody in it, and stays.
CREATE FUNCTION gate.forget_questions(old uuid[]) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    drafts uuid[];
BEGIN
    UPDATE public.contacts_question q SET text_sealed = NULL,
        forgotten_at = statement_timestamp()
    WHERE q.id = ANY (old) AND q.forgotten_at IS NULL;
    UPDATE public.contacts_questionstep s SET words_sealed = NULL
    WHERE s.of_id = ANY (old);
    drafts := ARRAY (SELECT v.id FROM public.contacts_advice v
        WHERE v.question_id = ANY (old) AND v.state IN ('written', 'sent_back'));
    UPDATE public.contacts_advice v SET state = 'taken_down',
        state_since = statement_timestamp(), draft_sealed = NULL
    WHERE v.id = ANY (drafts);
    UPDATE public.identity_key k SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE k.subject_id = ANY (old || drafts) AND k.wrapped IS NOT NULL;
    RETURN cardinality(old);
END $$;
REVOKE ALL ON FUNCTION gate.forget_questions(uuid[]) FROM PUBLIC;

-- A question that came from a case goes when the case does.
CREATE FUNCTION gate.forget_with_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.forget_questions(ARRAY[OLD.question_id]);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION gate.forget_with_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.forget_with_case() TO samvern_owner;

-- Questions the actor's organisation asked longer ago than it keeps them; how many. One that still
-- runs is ended first.
CREATE FUNCTION gate.forget_old_questions(older_than interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    old uuid[];
    one uuid;
BEGIN
    old := ARRAY (
        SELECT q.id FROM gate.acting() a
        JOIN public.contacts_question q
            ON q.organisation_id = a.organisation AND a.role = 'service'
        WHERE q.created_at < statement_timestamp() - older_than AND q.forgotten_at IS NULL);
    FOREACH one IN ARRAY old LOOP
        PERFORM gate.finish_thing('contacts_question', one, ARRAY['withdraw', 'close'], '',
            gate.member(), statement_timestamp());
    END LOOP;
    RETURN gate.forget_questions(old);
END $$;
REVOKE ALL ON FUNCTION gate.forget_old_questions(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.forget_old_questions(interval) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.reads_question(uuid) TO samvern_audit;

RESET ROLE;

SET LOCAL ROLE samvern_audit;

-- The desk reads a question without knowing of the case it came from: the case's own trail tells.
CREATE FUNCTION audit.tell_origin(of_question uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;
REVOKE ALL ON FUNCTION audit.tell_origin(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.tell_origin(uuid) TO samvern_app;

RESET ROLE;

CREATE TRIGGER forget_with_case AFTER DELETE ON public.contacts_origin
    FOR EACH ROW EXECUTE FUNCTION gate.forget_with_case();
