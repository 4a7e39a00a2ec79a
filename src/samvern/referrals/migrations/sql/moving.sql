-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- A move is judged from where its thing was when it began: what changed while it waited for the locks
-- may have made a share that it holds no lock on.
CREATE FUNCTION gate.hold_referral() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    before text;
    now text;
BEGIN
    SELECT r.state INTO before FROM public.referrals_referral r
    WHERE r.id = NEW.of_id AND gate.organisation() IN (r.organisation_id, r.receiver_id);
    PERFORM 1 FROM public.referrals_referral r JOIN public.cases_consent c ON c.id = r.consent_id
    WHERE r.id = NEW.of_id AND NEW.move = 'accept' FOR SHARE OF c;
    PERFORM 1 FROM public.access_share s WHERE s.id = NEW.of_id FOR UPDATE;
    SELECT r.state INTO now FROM public.referrals_referral r WHERE r.id = NEW.of_id FOR UPDATE;
    IF before <> now THEN
        RAISE EXCEPTION USING ERRCODE = 'SV409', MESSAGE = now;
    END IF;
    RETURN NEW;
END $$;

-- End a referral because what carried it has ended. Whoever ended it need have no part in the
-- referral, so the move is made here, and a step that says "gate" is refused from the application.
CREATE FUNCTION gate.end_referral(referral uuid, unread text, opened text, by_member uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    r public.referrals_referral;
    way gate.course;
    moment timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = referral FOR UPDATE;
    SELECT * INTO way FROM gate.course c WHERE c.thing = 'referrals_referral' AND c.side = 'job'
        AND c.start = r.state AND c.move IN (unread, opened);
    IF way.thing IS NULL THEN RETURN; END IF;
    UPDATE public.referrals_referral SET state = way.finish, state_since = moment WHERE id = r.id;
    INSERT INTO public.referrals_referralstep
        (id, created_at, of_id, case_id, move, start, finish, side, reason, made_by_id)
    VALUES (gen_random_uuid(), moment, r.id, r.case_id, way.move, way.start, way.finish, 'gate', '',
        coalesce(by_member, r.created_by_id));
END $$;

CREATE FUNCTION gate.end_referrals_of_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.end_referral(r.id, 'cancel', 'revoke', NEW.withdrawn_by_id)
    FROM public.referrals_referral r WHERE r.consent_id = NEW.id ORDER BY r.id;
    RETURN NEW;
END $$;

CREATE FUNCTION gate.end_referral_of_share() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    revoked boolean := EXISTS (SELECT 1 FROM public.cases_consent c
        WHERE c.id = NEW.consent_id AND c.withdrawn_at IS NOT NULL);
BEGIN
    PERFORM gate.end_referral(r.id, '', CASE WHEN revoked THEN 'revoke' ELSE 'unshare' END, NEW.ended_by_id)
    FROM public.referrals_referral r WHERE r.id = NEW.id;
    RETURN NEW;
END $$;

RESET ROLE;
