-- SPDX-License-Identifier: EUPL-1.2
-- Who may open what was sent with a referral, and what a referral may rest on when it is sent.
GRANT SELECT (id, case_id, recipient_id, refused, withdrawn_at, expires_on, categories, purpose)
    ON cases_consent TO samvern_gate;
-- A lock on a row asks for the right to change it; the gate changes no consent.
GRANT UPDATE (id) ON cases_consent TO samvern_gate;
CREATE POLICY samvern_gate_lock ON cases_consent FOR UPDATE TO samvern_gate USING (true) WITH CHECK (false);
GRANT INSERT ON access_share TO samvern_gate;
CREATE POLICY samvern_gate_insert ON access_share FOR INSERT TO samvern_gate WITH CHECK (true);
GRANT SELECT, INSERT ON referrals_referralstep TO samvern_gate;
CREATE POLICY samvern_gate_seen ON referrals_referralstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_insert ON referrals_referralstep FOR INSERT TO samvern_gate WITH CHECK (true);
SET LOCAL ROLE samvern_gate;

-- Whether the actor opens what was sent. It runs with her own rights, so the row's wall speaks
-- first: the sender while she sees the case, the receiver while the referral lives.
CREATE FUNCTION gate.reads_referral(referral uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.referrals_referral r, gate.acting() a
        WHERE r.id = referral AND a.role IN ('case_worker', 'leader', 'program') AND (
            r.organisation_id = a.organisation
            OR r.share_until > statement_timestamp() AND r.state IN
                ('sent', 'seen', 'asked_back', 'answered_back', 'accepted', 'arrived', 'never_arrived')))
$$;

-- Whether a consent carries a referral now. Locked, so that nobody takes it back until this is done.
CREATE FUNCTION gate.consent_carries(r public.referrals_referral) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.cases_consent c
        WHERE c.id = r.consent_id AND c.case_id = r.case_id AND c.recipient_id = r.receiver_id
            AND NOT c.refused AND c.withdrawn_at IS NULL AND c.purpose = r.purpose
            AND (c.expires_on IS NULL
                OR r.share_until <= ((c.expires_on + 1)::timestamp AT TIME ZONE 'Europe/Oslo'))
            AND r.categories <@ (c.categories || ARRAY['case'])::varchar[]
        FOR SHARE)
$$;

CREATE FUNCTION gate.may_refer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.basis = 'consent' AND NOT gate.consent_carries(NEW) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'the consent does not carry this';
    END IF;
    IF NEW.state <> 'sent' OR NEW.receiver_id = NEW.organisation_id THEN
        RAISE check_violation USING MESSAGE = 'a referral begins as sent, to another organisation';
    END IF;
    NEW.created_at := clock_timestamp();
    NEW.state_since := NEW.created_at;
    RETURN NEW;
END $$;

-- A case that is erased takes the keys of what was sent from it along, and what was told of it.
CREATE FUNCTION gate.forget_referral() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = OLD.id AND wrapped IS NOT NULL;
    DELETE FROM public.cases_notice WHERE about_id = OLD.id;
    RETURN OLD;
END $$;
GRANT EXECUTE ON FUNCTION gate.reads_referral TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.may_refer, gate.forget_referral TO samvern_owner;
RESET ROLE;
CREATE TRIGGER a_may_refer BEFORE INSERT ON referrals_referral FOR EACH ROW
    EXECUTE FUNCTION gate.may_refer();
CREATE TRIGGER forget AFTER DELETE ON referrals_referral FOR EACH ROW
    EXECUTE FUNCTION gate.forget_referral();
