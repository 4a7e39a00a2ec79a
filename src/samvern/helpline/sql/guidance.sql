-- SPDX-License-Identifier: EUPL-1.2
-- Advisory desks: who opens a question, who is told, and what a coordinator hears of.
SET LOCAL ROLE samvern_gate;

-- Desks the actor works at.
CREATE FUNCTION gate.desks() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(d.id), '{}') FROM gate.acting() a
    JOIN public.contacts_desk d ON d.organisation_id = a.organisation
        AND (d.unit_id = a.unit OR a.role = 'leader' AND a.unit IS NULL)
    WHERE a.role IN ('case_worker', 'leader')
$$;

-- Questions that came from a case she must never see.
CREATE FUNCTION gate.barred_questions() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(o.question_id), '{}') FROM public.contacts_origin o
    WHERE o.case_id = ANY (gate.barred())
$$;

CREATE FUNCTION gate.reads_question(of_question uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM gate.acting() a JOIN public.contacts_question q ON q.id = of_question
        WHERE (a.role IN ('case_worker', 'leader') OR a.role = 'program'
            AND gate.scopes() && ARRAY['guidance:read', 'guidance:write']) AND gate.opens('case')
        AND q.id <> ALL (gate.barred_questions())
        AND (
            q.organisation_id = a.organisation AND (
                q.created_by_id = a.member OR q.unit_id = ANY (gate.led())
                OR q.circle = 'unit' AND q.unit_id = ANY (gate.units())
                OR EXISTS (SELECT 1 FROM public.contacts_origin o
                    WHERE o.question_id = q.id AND gate.sees(o.case_id, 'case')))
            OR q.receiver_id = a.organisation AND q.state <> 'withdrawn'
                AND (q.receiver_unit_id = a.unit OR a.role = 'program'
                    OR a.role = 'leader' AND a.unit IS NULL)))
$$;

-- A draft is the desk's own until it is approved; then it lies in clear, and has no key.
CREATE FUNCTION gate.reads_advice(of_advice uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.contacts_advice v WHERE v.id = of_advice
        AND v.state IN ('written', 'sent_back') AND v.desk_id = ANY (gate.desks())
        AND gate.opens('case'))
$$;

-- The other side is told: the desk of what comes in, the asker of what goes out.
CREATE FUNCTION gate.tell_of_question() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
        AND CASE WHEN to_asker THEN m.id = q.created_by_id
            ELSE m.organisation_id = q.receiver_id AND m.role IN ('case_worker', 'leader')
                AND (m.unit_id = q.receiver_unit_id OR m.role = 'leader' AND m.unit_id IS NULL)
            END
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

-- A desk that stays silent is the coordinators' matter; they hear that there is a question.
CREATE FUNCTION gate.escalate_question(of_question uuid, note_key text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    told integer;
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NULL, m.id, 'question-silent', q.id, note_key
    FROM gate.acting() a
    JOIN public.contacts_question q ON q.id = of_question AND q.receiver_id = a.organisation
        AND q.state IN ('asked', 'taken', 'more_told')
    JOIN public.access_member m ON m.role = 'coordinator'
        AND (m.until IS NULL OR m.until > statement_timestamp())
    WHERE a.role = 'service'
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $$;

-- What waits at the desks, for those who coordinate: no text, no asker, no case.
CREATE FUNCTION gate.waiting_questions()
RETURNS TABLE (desk text, topic text, state text, asked_on date, due_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT d.name, q.topic, q.state, (q.created_at AT TIME ZONE 'Europe/Oslo')::date, q.due_on
    FROM gate.acting() a JOIN public.contacts_question q ON a.role = 'coordinator'
        AND q.state IN ('asked', 'taken', 'more_asked', 'more_told')
    JOIN public.contacts_desk d ON d.id = q.desk_id
    ORDER BY q.due_on, q.created_at LIMIT 500
$$;

-- Who wrote an advice last: somebody else must approve it.
CREATE FUNCTION gate.last_writer(of_advice uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(
        (SELECT s.made_by_id FROM public.contacts_advicestep s
         WHERE s.of_id = of_advice AND s.move = 'mend' ORDER BY s.created_at DESC LIMIT 1),
        (SELECT v.created_by_id FROM public.contacts_advice v WHERE v.id = of_advice))
$$;

-- Text in clear is written by a second person, once, and taken away when it is taken down.
CREATE FUNCTION gate.guard_advice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    is_clear boolean := (NEW.title, NEW.asked, NEW.answered, NEW.approved_on)
        IS DISTINCT FROM (OLD.title, OLD.asked, OLD.answered, OLD.approved_on);
    is_other boolean := (NEW.topics, NEW.rules, NEW.language)
        IS DISTINCT FROM (OLD.topics, OLD.rules, OLD.language)
        OR NEW.draft_sealed IS NOT NULL AND NEW.draft_sealed IS DISTINCT FROM OLD.draft_sealed;
BEGIN
    IF current_user = 'samvern_app' AND (
        is_clear AND NOT (OLD.state = 'written' AND gate.member() <> gate.last_writer(OLD.id)
            OR OLD.state = 'taken_down' AND NEW.title = '' AND NEW.asked = '' AND NEW.answered = '')
        OR is_other AND OLD.state NOT IN ('written', 'sent_back'))
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': a second person writes this';
    END IF;
    NEW.search := to_tsvector('pg_catalog.norwegian', NEW.title) ||
        to_tsvector('pg_catalog.norwegian', NEW.asked || ' ' || NEW.answered);
    RETURN NEW;
END $$;

-- Nobody approves what she wrote last.
CREATE FUNCTION gate.guard_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.move = 'approve' AND NEW.made_by_id = gate.last_writer(NEW.of_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'contacts_advice: a second person approves';
    END IF;
    RETURN NEW;
END $$;

-- The key of a draft goes when its text has been approved or taken down.
CREATE FUNCTION gate.end_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = NEW.of_id AND wrapped IS NOT NULL
        AND NEW.finish IN ('approved', 'taken_down');
    RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION gate.desks, gate.barred_questions, gate.reads_question,
    gate.reads_advice, gate.escalate_question, gate.waiting_questions, gate.last_writer
    TO samvern_app, samvern_owner;
GRANT EXECUTE ON FUNCTION gate.tell_of_question, gate.guard_advice, gate.guard_approval,
    gate.end_draft TO samvern_owner;
RESET ROLE;
CREATE TRIGGER tell_of_question AFTER INSERT ON contacts_question FOR EACH ROW
EXECUTE FUNCTION gate.tell_of_question();
CREATE TRIGGER tell_of_question AFTER INSERT ON contacts_questionstep FOR EACH ROW
EXECUTE FUNCTION gate.tell_of_question();
CREATE TRIGGER fill_once BEFORE UPDATE ON contacts_question FOR EACH ROW
EXECUTE FUNCTION gate.fill_once('text_sealed');
CREATE TRIGGER guard_advice BEFORE UPDATE ON contacts_advice FOR EACH ROW
EXECUTE FUNCTION gate.guard_advice();
CREATE TRIGGER b_guard_approval BEFORE INSERT ON contacts_advicestep FOR EACH ROW
EXECUTE FUNCTION gate.guard_approval();
CREATE TRIGGER end_draft AFTER INSERT ON contacts_advicestep FOR EACH ROW
EXECUTE FUNCTION gate.end_draft();
