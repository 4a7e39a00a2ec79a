-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.has_open_link(uuid)
CREATE OR REPLACE FUNCTION gate.has_open_link(of_member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM gate.invitation i WHERE i.member_id = of_member
        AND i.used_at IS NULL AND i.expires_at > statement_timestamp())
$function$;
