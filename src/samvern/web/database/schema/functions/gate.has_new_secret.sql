-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.has_new_secret(uuid)
CREATE OR REPLACE FUNCTION gate.has_new_secret(of_member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM public.coordination_program p JOIN gate.program_secret s ON s.program_id = p.id
        WHERE p.member_id = of_member AND p.state = 'active' AND s.waits)
$function$;
