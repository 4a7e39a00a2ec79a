-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.held_back(uuid)
CREATE OR REPLACE FUNCTION gate.held_back(crossing uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(k.kind ORDER BY k.place), '{}')
    FROM public.referrals_crossing x
    JOIN public.cases_person p ON p.id = x.person_id
    CROSS JOIN unnest(ARRAY['wish', 'risk', 'prosecutor', 'stay', 'child_welfare', 'guardian',
        'best_interests']) WITH ORDINALITY k (kind, place)
    LEFT JOIN LATERAL (SELECT c.outcome FROM public.referrals_crossingcheck c
        WHERE c.of_id = x.id AND c.kind = k.kind ORDER BY c.created_at DESC LIMIT 1) newest ON true
    WHERE x.id = crossing AND newest.outcome IS DISTINCT FROM 'clear'
        AND (k.place <= 4 OR p.age_seen <> 'adult')
$function$;
