-- SPDX-License-Identifier: EUPL-1.2
-- Reminding across organisations. A job of either side says what is due; whether it is, in what
-- state, and to whom, is judged here, and the same is said once.
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.remind_referral(referral uuid, target text, point text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    r public.referrals_referral;
    key text := 'referral:' || referral || ':' || point;
    told integer;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = referral;
    IF who.role IS DISTINCT FROM 'service' OR r.id IS NULL OR length(point) > 60
        OR who.organisation NOT IN (r.organisation_id, r.receiver_id)
        OR statement_timestamp() < r.state_since THEN
        RETURN 0;
    END IF;
    -- Beyond the two sides nobody hears before an answer is overdue, and never of whom.
    IF target = 'coordinator' THEN
        IF r.state NOT IN ('sent', 'seen', 'asked_back', 'answered_back')
            OR statement_timestamp() < r.due_at THEN
            RETURN 0;
        END IF;
        INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
        SELECT gen_random_uuid(), statement_timestamp(), m.id, 'referral-unanswered', r.id, key
        FROM public.access_member m JOIN public.access_organisation o ON o.id = m.organisation_id
        WHERE o.kind = 'coordination' AND o.active AND m.role = 'coordinator'
            AND (m.until IS NULL OR m.until > statement_timestamp())
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS told = ROW_COUNT;
        RETURN told;
    END IF;
    RETURN coalesce((
        SELECT gate.tell_side(r, k.side, k.lead, k.kind, key) FROM (VALUES
            ('receiver', 'receiver', false, 'referral-waits', ARRAY['sent', 'seen', 'answered_back']),
            ('receiver_leader', 'receiver', true, 'referral-late', ARRAY['sent', 'seen', 'answered_back']),
            ('sender', 'sender', false, 'referral-no-answer', ARRAY['sent', 'seen', 'answered_back']),
            ('sender_leader', 'sender', true, 'referral-no-answer', ARRAY['sent', 'seen', 'asked_back', 'answered_back']),
            ('answerer', 'sender', false, 'referral-question-waits', ARRAY['asked_back']),
            ('arrival', 'sender', false, 'referral-arrival', ARRAY['accepted']),
            ('arrival_there', 'receiver', false, 'referral-arrival', ARRAY['accepted']),
            ('deleter', 'receiver', false, 'referral-deletion-waits', ARRAY['ended']),
            ('deleter_leader', 'receiver', true, 'referral-deletion-waits', ARRAY['ended'])
        ) k (target, side, lead, kind, states)
        WHERE k.target = remind_referral.target AND r.state = ANY (k.states)), 0);
END $$;
GRANT EXECUTE ON FUNCTION gate.remind_referral TO samvern_app;
RESET ROLE;
