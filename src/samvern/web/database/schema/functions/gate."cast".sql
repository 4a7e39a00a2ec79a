-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate."cast"()
CREATE OR REPLACE FUNCTION gate."cast"()
 RETURNS TABLE(login text, name text, role text, organisation_name text, unit_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT u.login, m.name, m.role, o.name, coalesce(n.name, '')
    FROM public.access_user u
    JOIN public.access_member m ON m.user_id = u.id AND m.role <> 'service'
        AND (m.until IS NULL OR m.until > statement_timestamp())
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
    LEFT JOIN public.access_unit n ON n.id = m.unit_id
    WHERE u.synthetic AND u.is_active
    ORDER BY o.name, n.name, m.role, m.name
$function$;
GRANT EXECUTE ON FUNCTION gate."cast"() TO samvern_app;
