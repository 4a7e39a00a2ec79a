-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_referral()
CREATE OR REPLACE FUNCTION gate.hold_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_referral() TO samvern_owner;
