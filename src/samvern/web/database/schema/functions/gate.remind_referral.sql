-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.remind_referral(uuid,text,text)
CREATE OR REPLACE FUNCTION gate.remind_referral(referral uuid, target text, point text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    r public.referrals_referral;
    key text := 'referral:' || referral || ':' || point;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = referral;
    IF who.role IS DISTINCT FROM 'service' OR r.id IS NULL OR length(point) > 60
        OR who.organisation NOT IN (r.organisation_id, r.receiver_id)
        OR statement_timestamp() < r.state_since THEN
        RETURN 0;
    END IF;
    -- Beyond the two sides nobody hears before it is overdue, and never of whom.
    IF target LIKE '%coordinator%' THEN
        RETURN coalesce((
            SELECT gate.tell_coordinators(r, k.kind, key) FROM (VALUES
                ('coordinator', 'referral-unanswered', r.due_at,
                    ARRAY['sent', 'seen', 'asked_back', 'answered_back']),
                ('coordinator_long', 'referral-unanswered', r.created_at + CASE r.urgency
                    WHEN 'tonight' THEN interval '6 hours' WHEN 'days3' THEN interval '8 days'
                    ELSE interval '41 days' END, ARRAY['asked_back', 'answered_back']),
                ('arrival_coordinator', 'referral-lost', r.state_since + CASE r.urgency
                    WHEN 'tonight' THEN interval '24 hours' WHEN 'days3' THEN interval '5 days'
                    ELSE interval '18 days' END, ARRAY['accepted'])
            ) k (target, kind, since, states)
            WHERE k.target = remind_referral.target AND r.state = ANY (k.states)
                AND statement_timestamp() >= k.since), 0);
    END IF;
    RETURN coalesce((
        SELECT gate.tell_side(r, k.side, k.lead, k.kind, key) FROM (VALUES
            ('receiver', 'receiver', false, 'referral-waits', ARRAY['sent', 'seen', 'answered_back']),
            ('receiver_leader', 'receiver', true, 'referral-late', ARRAY['sent', 'seen', 'answered_back']),
            ('sender', 'sender', false, 'referral-no-answer', ARRAY['sent', 'seen', 'answered_back']),
            ('sender_leader', 'sender', true, 'referral-no-answer', ARRAY['sent', 'seen', 'asked_back', 'answered_back']),
            ('answerer', 'sender', false, 'referral-question-waits', ARRAY['asked_back']),
            ('receiver_leader_long', 'receiver', true, 'referral-drags', ARRAY['asked_back', 'answered_back']),
            ('sender_leader_long', 'sender', true, 'referral-drags', ARRAY['asked_back', 'answered_back']),
            ('arrival_leader', 'sender', true, 'referral-no-arrival', ARRAY['accepted']),
            ('arrival_leader_there', 'receiver', true, 'referral-no-arrival', ARRAY['accepted']),
            ('arrival', 'sender', false, 'referral-arrival', ARRAY['accepted']),
            ('arrival_there', 'receiver', false, 'referral-arrival', ARRAY['accepted']),
            ('deleter', 'receiver', false, 'referral-deletion-waits', ARRAY['ended']),
            ('deleter_leader', 'receiver', true, 'referral-deletion-waits', ARRAY['ended'])
        ) k (target, side, lead, kind, states)
        WHERE k.target = remind_referral.target AND r.state = ANY (k.states)), 0);
END $function$;
GRANT EXECUTE ON FUNCTION gate.remind_referral(uuid,text,text) TO samvern_app;
