-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.hash_of(uuid,bigint)
CREATE OR REPLACE FUNCTION audit.hash_of(of_chain uuid, of_number bigint)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.hash FROM audit.line l WHERE l.chain = of_chain AND l.number = of_number
$function$;
GRANT EXECUTE ON FUNCTION audit.hash_of(uuid,bigint) TO samvern_app;
GRANT EXECUTE ON FUNCTION audit.hash_of(uuid,bigint) TO samvern_backup;
