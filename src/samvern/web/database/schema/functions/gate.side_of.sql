-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.side_of(referrals_referral,text,boolean)
CREATE OR REPLACE FUNCTION gate.side_of(r referrals_referral, side text, lead boolean)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH house AS (
        SELECT m.*,
            CASE WHEN side = 'receiver' THEN r.receiver_unit_id ELSE c.unit_id END AS at_unit,
            c.owner_id
        FROM public.access_member m LEFT JOIN public.cases_case c ON c.id = r.case_id
        WHERE m.organisation_id = CASE WHEN side = 'receiver' THEN r.receiver_id ELSE r.organisation_id END
            AND m.role IN ('case_worker', 'leader')
            AND (m.until IS NULL OR m.until > statement_timestamp())
            AND NOT EXISTS (SELECT 1 FROM public.access_bar b
                WHERE b.member_id = m.id AND b.case_id = r.case_id)
    ), fitting AS (
        SELECT h.id, h.role = 'leader' AND (h.unit_id IS NULL OR h.at_unit IS NULL OR h.unit_id = h.at_unit) AS leads,
            CASE WHEN side = 'sender' THEN h.id IN (h.owner_id, r.created_by_id)
                ELSE h.unit_id = h.at_unit OR h.at_unit IS NULL
                    OR h.role = 'leader' AND h.unit_id IS NULL END AS works
        FROM house h
    )
    SELECT f.id FROM fitting f WHERE CASE WHEN lead THEN f.leads ELSE f.works END
$function$;
