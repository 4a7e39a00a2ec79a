-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.sections()
CREATE OR REPLACE FUNCTION gate.sections()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(s.conference || '/' || c), '{}')
    FROM gate.sitting() s, unnest(s.categories) c
$function$;
GRANT EXECUTE ON FUNCTION gate.sections() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.sections() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.sections() TO samvern_owner;
