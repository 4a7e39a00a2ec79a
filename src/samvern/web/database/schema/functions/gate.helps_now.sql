-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.helps_now(uuid,uuid,uuid)
CREATE OR REPLACE FUNCTION gate.helps_now(of_case uuid, organisation uuid, share uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM public.places_booking b WHERE b.case_id = of_case
            AND b.receiver_id = organisation AND b.state IN ('held', 'booked', 'arrived'))
        OR EXISTS (SELECT 1 FROM public.referrals_referral r
            WHERE r.id = share AND r.state IN ('accepted', 'arrived'))
        OR EXISTS (SELECT 1 FROM public.coordination_seat s
            JOIN public.coordination_conference f ON f.id = s.conference_id
            WHERE s.share_id = share AND s.state IN ('invited', 'yes', 'maybe')
                AND f.state = 'planned')
$function$;
