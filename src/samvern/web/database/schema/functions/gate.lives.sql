-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.lives(gate.visit)
CREATE OR REPLACE FUNCTION gate.lives(v gate.visit)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT v.expires_at > statement_timestamp()
        AND v.seen_at > statement_timestamp() - interval '15 minutes'
$function$;
