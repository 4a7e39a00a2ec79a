-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.on_lost_consents()
CREATE OR REPLACE FUNCTION gate.on_lost_consents()
 RETURNS TABLE(kind text, thing uuid, of_case uuid, consent uuid, why text, helps boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.kind, l.thing, l.of_case, l.consent, gate.lost_consent(l.consent), l.helps FROM (
        SELECT 'share' AS kind, s.id AS thing, s.case_id AS of_case, s.consent_id AS consent,
            gate.helps_now(s.case_id, s.organisation_id, s.id) AS helps
        FROM public.access_share s
        WHERE (s.basis = 'consent' OR s.consent_id IS NOT NULL) AND s.ended_at IS NULL
            AND s.until > statement_timestamp() AND gate.lost_consent(s.consent_id) <> ''
        UNION ALL
        SELECT 'referral', r.id, r.case_id, r.consent_id,
            gate.helps_now(r.case_id, r.receiver_id, r.id)
        FROM public.referrals_referral r
        WHERE r.basis = 'consent' AND r.state IN ('sent', 'seen', 'asked_back', 'answered_back')
            AND gate.lost_consent(r.consent_id) <> ''
        UNION ALL
        -- A letter that was posted while the consent held has been read.
        SELECT 'sending', x.id, x.case_id, x.consent_id, x.state = 'can_help'
        FROM public.referrals_sending x
        WHERE (x.basis = 'consent' OR x.consent_id IS NOT NULL)
            AND x.state IN ('waiting', 'opened', 'received', 'ring', 'can_help')
            AND (gate.lost_consent(x.consent_id) IN ('refused', 'withdrawn', 'missing')
                OR x.way = 'link' AND x.expires_at > statement_timestamp()
                    AND gate.lost_consent(x.consent_id) = 'expired')
        UNION ALL
        -- Once it is sent, a way across a border goes on whatever becomes of the consent.
        SELECT 'crossing', x.id, x.case_id, x.consent_id, false
        FROM public.referrals_crossing x
        WHERE (x.transfer = 'consent' OR x.consent_id IS NOT NULL) AND x.state = 'prepared'
            AND gate.lost_consent(x.consent_id) <> ''
    ) l
$function$;
