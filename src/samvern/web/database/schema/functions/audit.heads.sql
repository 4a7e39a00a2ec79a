-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.heads()
CREATE OR REPLACE FUNCTION audit.heads()
 RETURNS TABLE(chain uuid, number bigint, hash bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT h.chain, h.number, h.hash FROM audit.head h ORDER BY h.chain
$function$;
GRANT EXECUTE ON FUNCTION audit.heads() TO samvern_app;
GRANT EXECUTE ON FUNCTION audit.heads() TO samvern_backup;
