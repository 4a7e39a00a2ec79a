-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_referral(uuid)
CREATE OR REPLACE FUNCTION gate.reads_referral(referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM public.referrals_referral r, gate.acting() a
        WHERE r.id = referral AND a.role IN ('case_worker', 'leader', 'program') AND (
            r.organisation_id = a.organisation
            OR r.share_until > statement_timestamp() AND r.state IN
                ('sent', 'seen', 'asked_back', 'answered_back', 'accepted', 'arrived', 'never_arrived')))
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_referral(uuid) TO samvern_app;
