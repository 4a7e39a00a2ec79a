-- SPDX-License-Identifier: EUPL-1.2
-- What a move of a referral carries with it: the share is made when it is accepted and ends when it
-- ends, in the same transaction. Locks are taken in one order everywhere, the consent, the share, the
-- referral, so that whoever takes a consent back never waits in a ring with whoever accepts.
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
            r.purpose, r.basis, r.provision, r.consent_id, statement_timestamp(), r.share_until, r.created_by_id);
    ELSIF NEW.move IN ('close', 'recall', 'run_out') THEN
        UPDATE public.access_share SET ended_at = statement_timestamp(), ended_by_id = NEW.made_by_id
        WHERE id = r.id AND ended_at IS NULL;
    END IF;
    PERFORM gate.tell_step(NEW);
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
GRANT EXECUTE ON FUNCTION gate.hold_referral, gate.follow_step, gate.end_referrals_of_consent,
    gate.end_referral_of_share TO samvern_owner;
RESET ROLE;

DROP TRIGGER a_take_step ON referrals_referralstep;
CREATE TRIGGER a_hold BEFORE INSERT ON referrals_referralstep FOR EACH ROW
    WHEN (NEW.side <> 'gate') EXECUTE FUNCTION gate.hold_referral();
CREATE TRIGGER a_take_step BEFORE INSERT ON referrals_referralstep FOR EACH ROW
    WHEN (NEW.side <> 'gate') EXECUTE FUNCTION gate.take_step('referrals_referral');
CREATE TRIGGER b_follow AFTER INSERT ON referrals_referralstep FOR EACH ROW
    EXECUTE FUNCTION gate.follow_step();
CREATE TRIGGER follow_consent_referrals AFTER UPDATE OF withdrawn_at ON cases_consent FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)
    EXECUTE FUNCTION gate.end_referrals_of_consent();
CREATE TRIGGER follow_share AFTER UPDATE OF ended_at ON access_share FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION gate.end_referral_of_share();
