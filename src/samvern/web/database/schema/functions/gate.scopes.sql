-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.scopes()
CREATE OR REPLACE FUNCTION gate.scopes()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT string_to_array(substr(s.purpose, 5), ' ') FROM gate.acting() a, gate.session s
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
      AND a.role = 'program' AND s.purpose LIKE 'api %'
$function$;
GRANT EXECUTE ON FUNCTION gate.scopes() TO samvern_app;
