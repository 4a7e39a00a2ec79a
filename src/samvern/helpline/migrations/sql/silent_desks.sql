-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- A desk that stays silent is the matter of those who coordinate, and of nobody else of that role.
CREATE OR REPLACE FUNCTION gate.escalate_question(of_question uuid, note_key text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

RESET ROLE;
