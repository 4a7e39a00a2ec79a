-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.accept_secrets(uuid)
CREATE OR REPLACE FUNCTION gate.accept_secrets(of_member uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    UPDATE gate.program_secret s SET waits = false FROM public.coordination_program p
    WHERE p.member_id = of_member AND s.program_id = p.id AND s.waits
$function$;
