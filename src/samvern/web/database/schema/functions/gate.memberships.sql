-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.memberships()
CREATE OR REPLACE FUNCTION gate.memberships()
 RETURNS TABLE(member uuid, name text, role text, organisation uuid, organisation_name text, unit_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id, m.name, m.role, o.id, o.name, coalesce(u.name, '')
    FROM public.access_member m
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
        AND (m.role <> 'coordinator' OR o.kind = 'coordination')
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    WHERE m.user_id = gate.self() AND m.role <> 'service'
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
    ORDER BY o.name, m.role
$function$;
GRANT EXECUTE ON FUNCTION gate.memberships() TO samvern_app;
