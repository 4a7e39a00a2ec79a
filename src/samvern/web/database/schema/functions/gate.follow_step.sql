-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.follow_step()
CREATE OR REPLACE FUNCTION gate.follow_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.follow_step() TO samvern_owner;
