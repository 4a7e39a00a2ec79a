-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.entered()
CREATE OR REPLACE FUNCTION gate.entered()
 RETURNS TABLE(member uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id FROM public.access_member m
    JOIN public.access_user u ON u.id = m.user_id AND u.last_login IS NOT NULL
    WHERE m.organisation_id = (SELECT a.organisation FROM gate.acting() a)
$function$;
GRANT EXECUTE ON FUNCTION gate.entered() TO samvern_app;
