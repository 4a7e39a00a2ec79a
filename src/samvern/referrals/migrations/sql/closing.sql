-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.tell_step(step public.referrals_referralstep) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

CREATE FUNCTION gate.follow_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    r public.referrals_referral;
BEGIN
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = NEW.of_id;
    IF NEW.move = 'accept' THEN
        IF r.share_until <= statement_timestamp()
            OR r.basis = 'consent' AND NOT gate.consent_carries(r) THEN
            RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'nothing carries this any more';
        END IF;
        -- A referral and its share have one id: each is found by the other.
        INSERT INTO public.access_share (id, created_at, case_id, organisation_id, unit_id, categories,
            purpose, basis, provision, consent_id, since, until, created_by_id)
        VALUES (r.id, statement_timestamp(), r.case_id, r.receiver_id, r.receiver_unit_id, r.categories,
            r.purpose, r.basis, r.provision, r.consent_id, statement_timestamp(), r.share_until,
            gate.answerer(r.case_id, r.created_by_id));
    ELSIF NEW.move IN ('close', 'recall', 'run_out', 'conclude') THEN
        UPDATE public.access_share SET ended_at = statement_timestamp(), ended_by_id = NEW.made_by_id
        WHERE id = r.id AND ended_at IS NULL;
    END IF;
    PERFORM gate.tell_step(NEW);
    RETURN NEW;
END $$;

RESET ROLE;
