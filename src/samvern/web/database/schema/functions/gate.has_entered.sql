-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.has_entered(uuid)
CREATE OR REPLACE FUNCTION gate.has_entered(of_member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.role NOT IN ('case_worker', 'leader') OR u.last_login IS NOT NULL
    FROM public.access_member m JOIN public.access_user u ON u.id = m.user_id WHERE m.id = of_member
$function$;
