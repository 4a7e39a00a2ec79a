-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.by_operator(uuid,jsonb)
CREATE OR REPLACE FUNCTION audit.by_operator(of_organisation uuid, entry jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
BEGIN
    SELECT NULL::uuid AS member, of_organisation AS organisation, 'operator'::text AS role INTO who;
    PERFORM audit.add(of_organisation, who, entry);
END $function$;
GRANT EXECUTE ON FUNCTION audit.by_operator(uuid,jsonb) TO samvern_gate;
GRANT EXECUTE ON FUNCTION audit.by_operator(uuid,jsonb) TO samvern_owner;
