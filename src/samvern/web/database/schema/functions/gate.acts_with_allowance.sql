-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.acts_with_allowance()
CREATE OR REPLACE FUNCTION gate.acts_with_allowance()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT a.what FROM gate.allowance a ORDER BY a.what
$function$;
GRANT EXECUTE ON FUNCTION gate.acts_with_allowance() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.acts_with_allowance() TO samvern_owner;
