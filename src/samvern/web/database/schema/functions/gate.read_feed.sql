-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.read_feed(bytea)
CREATE OR REPLACE FUNCTION gate.read_feed(secret_hash bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT f.member_id FROM public.cases_feed f WHERE f.secret_hash = read_feed.secret_hash
$function$;
GRANT EXECUTE ON FUNCTION gate.read_feed(bytea) TO samvern_app;
