-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.drop_visit(bytea)
CREATE OR REPLACE FUNCTION gate.drop_visit(which bytea)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    WITH gone AS (DELETE FROM gate.visit WHERE key = which RETURNING token_hash)
    DELETE FROM gate.session s USING gone WHERE s.token_hash = gone.token_hash
$function$;
