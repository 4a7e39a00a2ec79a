-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_referral_of_share()
CREATE OR REPLACE FUNCTION gate.end_referral_of_share()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    revoked boolean := EXISTS (SELECT 1 FROM public.cases_consent c
        WHERE c.id = NEW.consent_id AND c.withdrawn_at IS NOT NULL);
BEGIN
    PERFORM gate.end_referral(r.id, '', CASE WHEN revoked THEN 'revoke' ELSE 'unshare' END, NEW.ended_by_id)
    FROM public.referrals_referral r WHERE r.id = NEW.id;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_referral_of_share() TO samvern_owner;
