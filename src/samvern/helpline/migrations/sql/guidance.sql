-- SPDX-License-Identifier: EUPL-1.2

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

-- Nobody approves what she wrote last.
CREATE FUNCTION gate.guard_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.move = 'approve' AND NEW.made_by_id = gate.last_writer(NEW.of_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'contacts_advice: a second person approves';
    END IF;
    RETURN NEW;
END $$;

RESET ROLE;
