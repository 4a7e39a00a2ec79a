-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.openers(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.openers(of_address uuid, of_member uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.id FROM public.identity_protectedaddress p
    JOIN public.cases_case c ON c.id = p.case_id
    JOIN public.access_member m ON m.id = of_member
    LEFT JOIN public.access_member asker ON asker.id = m.asked_by_id
    JOIN public.access_member l ON l.confirmed_at IS NOT NULL AND l.user_id <> m.user_id
        AND l.user_id IS DISTINCT FROM asker.user_id
        AND (l.until IS NULL OR l.until > statement_timestamp())
    WHERE p.id = of_address
      AND NOT EXISTS (SELECT 1 FROM public.access_bar b WHERE b.case_id = c.id AND b.member_id = l.id)
      AND (l.role = 'leader' AND l.organisation_id = c.organisation_id
              AND coalesce(l.unit_id, c.unit_id) = c.unit_id
          OR l.role IN ('case_worker', 'leader') AND EXISTS (
              SELECT 1 FROM public.identity_addressreader r WHERE r.address_id = p.id
                AND r.member_id = of_member AND r.approved_by_id = l.id))
$function$;
