-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_referrals_of_consent()
CREATE OR REPLACE FUNCTION gate.end_referrals_of_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM gate.end_referral(r.id, 'cancel', 'revoke', NEW.withdrawn_by_id)
    FROM public.referrals_referral r WHERE r.consent_id = NEW.id ORDER BY r.id;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_referrals_of_consent() TO samvern_owner;
