-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_step(referrals_referralstep)
CREATE OR REPLACE FUNCTION gate.tell_step(step referrals_referralstep)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    r public.referrals_referral;
    said record;
BEGIN
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = step.of_id;
    FOR said IN
        SELECT k.side, k.kind FROM (VALUES
            ('see', 'sender', 'referral-seen'), ('ask', 'sender', 'referral-asked'),
            ('answer', 'receiver', 'referral-replied'), ('accept', 'sender', 'referral-accepted'),
            ('decline', 'sender', 'referral-declined'), ('hand_on', 'sender', 'referral-handed-on'),
            ('withdraw', 'receiver', 'referral-withdrawn'), ('cancel', 'receiver', 'referral-withdrawn'),
            ('recall', 'receiver', 'referral-deletion'), ('revoke', 'receiver', 'referral-deletion'),
            ('unshare', 'receiver', 'referral-deletion'), ('delete', 'sender', 'referral-deleted'),
            ('lapse', 'receiver', 'referral-withdrawn'), ('drop', 'receiver', 'referral-deletion'),
            ('conclude', 'receiver', 'referral-closed'),
            ('arrive', 'sender', 'referral-arrived'), ('arrive', 'receiver', 'referral-arrived'),
            ('miss', 'sender', 'referral-missed'), ('miss', 'receiver', 'referral-missed'),
            ('close', 'sender', 'referral-closed'), ('close', 'receiver', 'referral-closed'),
            ('run_out', 'sender', 'referral-closed'), ('run_out', 'receiver', 'referral-closed'),
            ('expire', 'sender', 'referral-expired'), ('expire', 'receiver', 'referral-expired')
        ) k (move, side, kind) WHERE k.move = step.move AND k.side <> step.side
    LOOP
        PERFORM gate.tell_side(r, said.side, false, said.kind, said.kind || ':' || step.id);
    END LOOP;
    -- What time alone ends is not ended behind the backs of those who answer for it.
    IF step.move = 'expire' THEN
        PERFORM gate.tell_side(r, side, true, 'referral-expired', 'referral-expired:' || step.id)
        FROM unnest(ARRAY['sender', 'receiver']) side;
    ELSIF step.move = 'run_out' AND step.start = 'accepted' THEN
        PERFORM gate.tell_side(r, side, true, 'referral-no-arrival', 'referral-lost:' || step.id)
        FROM unnest(ARRAY['sender', 'receiver']) side;
        PERFORM gate.tell_coordinators(r, 'referral-lost', 'referral-lost:' || step.id);
    END IF;
END $function$;
