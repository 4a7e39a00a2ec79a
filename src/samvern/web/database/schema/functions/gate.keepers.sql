-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keepers()
CREATE OR REPLACE FUNCTION gate.keepers()
 RETURNS TABLE(organisation uuid, login text, role text, name text, has_link boolean, came_in boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.organisation_id, u.login, m.role, m.name, gate.has_open_link(m.id), EXISTS (
        SELECT 1 FROM public.mfa_authenticator f WHERE f.user_id = u.id)
    FROM public.access_member m JOIN public.access_user u ON u.id = m.user_id
    WHERE m.role IN ('administrator', 'coordinator')
        AND (m.until IS NULL OR m.until > statement_timestamp())
    ORDER BY m.role, m.name
$function$;
GRANT EXECUTE ON FUNCTION gate.keepers() TO samvern_owner;
