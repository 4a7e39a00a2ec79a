-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.has_synthetic()
CREATE OR REPLACE FUNCTION gate.has_synthetic()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM public.access_user u WHERE u.synthetic)
        OR EXISTS (SELECT 1 FROM public.access_organisation o WHERE o.synthetic)
$function$;
GRANT EXECUTE ON FUNCTION gate.has_synthetic() TO samvern_app;
