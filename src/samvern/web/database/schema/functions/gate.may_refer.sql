-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.may_refer()
CREATE OR REPLACE FUNCTION gate.may_refer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.may_refer() TO samvern_owner;
