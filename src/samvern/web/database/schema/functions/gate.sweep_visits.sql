-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.sweep_visits()
CREATE OR REPLACE FUNCTION gate.sweep_visits()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    DELETE FROM gate.counter WHERE until < statement_timestamp();
    DELETE FROM gate.invitation WHERE coalesce(used_at, expires_at) < statement_timestamp() - interval '90 days';
    WITH dead AS MATERIALIZED (SELECT v.key FROM gate.visit v WHERE NOT gate.lives(v)),
    dropped AS (SELECT gate.drop_visit(key) FROM dead)
    SELECT count(*)::integer FROM dropped
$function$;
GRANT EXECUTE ON FUNCTION gate.sweep_visits() TO samvern_app;
