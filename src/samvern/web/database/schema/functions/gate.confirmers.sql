-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.confirmers(uuid)
CREATE OR REPLACE FUNCTION gate.confirmers(of_member uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH able AS (
        SELECT l.id, l.unit_id IS NULL OR l.unit_id IS NOT DISTINCT FROM m.unit_id AS near
        FROM public.access_member m
        JOIN public.access_member l ON l.organisation_id = m.organisation_id AND l.role = 'leader'
            AND l.confirmed_at IS NOT NULL AND l.user_id <> m.user_id
            AND l.since <= statement_timestamp() AND (l.until IS NULL OR l.until > statement_timestamp())
        JOIN public.access_user u ON u.id = l.user_id AND u.is_active
        LEFT JOIN public.access_member asker ON asker.id = m.asked_by_id
        WHERE m.id = of_member AND l.user_id IS DISTINCT FROM asker.user_id
    )
    SELECT a.id FROM able a WHERE a.near OR NOT EXISTS (SELECT 1 FROM able b WHERE b.near)
$function$;
