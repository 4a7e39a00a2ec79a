-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.with_digits(text,integer)
CREATE OR REPLACE FUNCTION gate.with_digits(of_login text, places integer)
 RETURNS text
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT regexp_replace(of_login, '^[^@]+', '\&.' || lpad(
        (('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint % (10 ^ places)::bigint)::text,
        places, '0'))
$function$;
