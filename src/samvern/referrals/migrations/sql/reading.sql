-- SPDX-License-Identifier: EUPL-1.2

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

RESET ROLE;
