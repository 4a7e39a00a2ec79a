-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.answerers(uuid)
CREATE OR REPLACE FUNCTION gate.answerers(of_case uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT gate.leaders_of(of_case)
    UNION ALL
    SELECT m.id FROM public.cases_case c
    JOIN public.access_member m ON m.organisation_id = c.organisation_id AND m.role = 'leader'
        AND m.confirmed_at IS NOT NULL AND NOT gate.bars_person(c.id, m.user_id)
        AND m.since <= statement_timestamp() AND (m.until IS NULL OR m.until > statement_timestamp())
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE c.id = of_case AND NOT EXISTS (SELECT 1 FROM gate.leaders_of(of_case))
$function$;
