-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.close_session(text)
CREATE OR REPLACE FUNCTION gate.close_session(token text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    DELETE FROM gate.session WHERE token_hash = sha256(convert_to(token, 'UTF8'));
$function$;
GRANT EXECUTE ON FUNCTION gate.close_session(text) TO samvern_app;
