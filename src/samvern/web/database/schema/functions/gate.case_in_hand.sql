-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.case_in_hand(uuid)
CREATE OR REPLACE FUNCTION gate.case_in_hand(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(gate.has_case(gate.member(), of_case), false)
$function$;
GRANT EXECUTE ON FUNCTION gate.case_in_hand(uuid) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.case_in_hand(uuid) TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.case_in_hand(uuid) TO samvern_owner;
