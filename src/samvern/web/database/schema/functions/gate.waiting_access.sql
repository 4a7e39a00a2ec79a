-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.waiting_access()
CREATE OR REPLACE FUNCTION gate.waiting_access()
 RETURNS TABLE(member uuid, name text, role text, unit text, why text, asked_by text, since timestamp with time zone, invited boolean, scopes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id, m.name, m.role, coalesce(u.name, ''), gate.waits_for(m), coalesce(asker.name, ''),
        coalesce(m.renewed_at, m.created_at), gate.has_open_link(m.id), gate.scopes_of(m.id)
    FROM gate.acting() a
    JOIN public.access_member m ON m.organisation_id = a.organisation AND a.role = 'leader'
        AND gate.waits_for(m) IS NOT NULL AND a.member IN (SELECT gate.confirmers(m.id))
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    LEFT JOIN public.access_member asker ON asker.id = m.asked_by_id
    ORDER BY m.created_at
$function$;
GRANT EXECUTE ON FUNCTION gate.waiting_access() TO samvern_app;
