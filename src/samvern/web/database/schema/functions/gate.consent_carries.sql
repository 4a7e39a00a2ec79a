-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.consent_carries(referrals_referral)
CREATE OR REPLACE FUNCTION gate.consent_carries(r referrals_referral)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM public.cases_consent c
        WHERE c.id = r.consent_id AND c.case_id = r.case_id AND c.recipient_id = r.receiver_id
            AND NOT c.refused AND c.withdrawn_at IS NULL AND c.purpose = r.purpose
            AND (c.expires_on IS NULL
                OR r.share_until <= ((c.expires_on + 1)::timestamp AT TIME ZONE 'Europe/Oslo'))
            AND r.categories <@ (c.categories || ARRAY['case'])::varchar[]
        FOR SHARE)
$function$;
