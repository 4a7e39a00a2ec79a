-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.scopes_of(uuid)
CREATE OR REPLACE FUNCTION gate.scopes_of(of_member uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce((SELECT p.scopes::text[] FROM public.coordination_program p
        WHERE p.member_id = of_member), '{}')
$function$;
