-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.vouch(bytea)
CREATE OR REPLACE FUNCTION gate.vouch(of_name bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH made AS (
        INSERT INTO gate.vouched (name, user_id) SELECT of_name, a.person FROM gate.acting() a
        WHERE a.person IS NOT NULL AND a.authenticated_at > statement_timestamp() - interval '5 minutes'
        ON CONFLICT DO NOTHING RETURNING 1
    ) SELECT EXISTS (SELECT 1 FROM made)
$function$;
GRANT EXECUTE ON FUNCTION gate.vouch(bytea) TO samvern_app;
