-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.follow_consent_outside()
CREATE OR REPLACE FUNCTION gate.follow_consent_outside()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    s public.referrals_sending;
BEGIN
    FOR s IN SELECT * FROM public.referrals_sending t
        WHERE t.consent_id = NEW.id AND t.state IN ('waiting', 'opened', 'received', 'ring', 'can_help')
        ORDER BY t.id FOR UPDATE
    LOOP
        PERFORM gate.step_sending(s, 'call_back', 'consent', NULL, NEW.withdrawn_by_id);
        PERFORM gate.tell_senders(s, 'sending-called-back', '');
    END LOOP;
    PERFORM gate.stop_crossings(NEW.id, NEW.withdrawn_by_id);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.follow_consent_outside() TO samvern_owner;
