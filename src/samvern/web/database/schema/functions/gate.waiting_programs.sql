-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.waiting_programs()
CREATE OR REPLACE FUNCTION gate.waiting_programs()
 RETURNS TABLE(member uuid, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id, gate.waits_for(m) FROM gate.acting() a
    JOIN public.access_member m ON m.organisation_id = a.organisation AND m.role = 'service'
        AND gate.waits_for(m) IS NOT NULL
    WHERE a.role = 'administrator'
$function$;
GRANT EXECUTE ON FUNCTION gate.waiting_programs() TO samvern_app;
