-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.led()
CREATE OR REPLACE FUNCTION gate.led()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(u.id), '{}') FROM gate.acting() a
    JOIN public.access_unit u ON u.organisation_id = a.organisation
        AND (a.role IN ('service', 'program') OR a.role = 'leader' AND coalesce(a.unit, u.id) = u.id)
$function$;
GRANT EXECUTE ON FUNCTION gate.led() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.led() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.led() TO samvern_owner;
