-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

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

RESET ROLE;
