-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.who_confirms_me()
CREATE OR REPLACE FUNCTION gate.who_confirms_me()
 RETURNS TABLE(name text, phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.name, coalesce(nullif(l.phone, ''), u.phone, '') FROM gate.acting() a
    CROSS JOIN gate.confirmers(a.member) c (id)
    JOIN public.access_member l ON l.id = c.id
    LEFT JOIN public.access_unit u ON u.id = l.unit_id
    WHERE a.role = 'waiting' ORDER BY l.name
$function$;
GRANT EXECUTE ON FUNCTION gate.who_confirms_me() TO samvern_app;
