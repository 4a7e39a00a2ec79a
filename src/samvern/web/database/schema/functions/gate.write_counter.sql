-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.write_counter(bytea,jsonb,double precision,boolean)
CREATE OR REPLACE FUNCTION gate.write_counter(of_key bytea, content jsonb, seconds double precision, only_new boolean)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH written AS (
        INSERT INTO gate.counter AS c VALUES (
            of_key, content, statement_timestamp() + make_interval(secs => seconds))
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until
        WHERE NOT only_new OR c.until <= statement_timestamp() RETURNING 1
    ) SELECT EXISTS (SELECT 1 FROM written)
$function$;
GRANT EXECUTE ON FUNCTION gate.write_counter(bytea,jsonb,double precision,boolean) TO samvern_app;
