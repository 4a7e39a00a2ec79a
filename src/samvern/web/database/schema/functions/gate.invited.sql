-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.invited(bytea)
CREATE OR REPLACE FUNCTION gate.invited(link bytea)
 RETURNS TABLE(person uuid, login text, name text, organisation_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT u.id, u.login, m.name, o.name FROM gate.invitation i
    JOIN public.access_member m ON m.id = i.member_id
        AND (m.until IS NULL OR m.until > statement_timestamp())
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE i.key = link AND i.used_at IS NULL AND i.expires_at > statement_timestamp()
$function$;
GRANT EXECUTE ON FUNCTION gate.invited(bytea) TO samvern_app;
