-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_waits()
CREATE OR REPLACE FUNCTION gate.board_waits()
 RETURNS TABLE(case_id uuid, person uuid, need text, since timestamp with time zone, due timestamp with time zone, state text, receiver uuid, escalated boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    WITH told AS MATERIALIZED (
        SELECT n.about_id FROM public.cases_notice n WHERE n.member_id = gate.member()
            AND n.kind IN ('referral-unanswered', 'referral-lost')
    ), lost AS MATERIALIZED (
        SELECT n.about_id FROM public.cases_notice n
        WHERE n.member_id = gate.member() AND n.kind = 'referral-lost'
    )
    SELECT r.case_id, r.person_id, r.need, r.created_at, r.due_at, r.state, r.receiver_id,
        r.id IN (SELECT about_id FROM told)
    FROM public.referrals_referral r
    WHERE r.state IN ('sent', 'seen', 'asked_back', 'answered_back')
        OR r.state = 'accepted' AND r.id IN (SELECT about_id FROM lost)
    UNION ALL
    SELECT b.case_id, b.person_id, 'housing', b.created_at, b.held_until, b.state, b.receiver_id,
        false
    FROM public.places_booking b WHERE b.state = 'held'
    UNION ALL
    SELECT w.case_id, w.person_id, 'housing', w.created_at, NULL, w.state, NULL, false
    FROM public.places_waiting w WHERE w.state = 'waiting'
    UNION ALL
    SELECT h.case_id, h.person_id, h.kind, coalesce(h.since::timestamptz, h.created_at), NULL,
        h.state, NULL, false
    FROM public.cases_assistance h WHERE h.state = 'asked'
$function$;
