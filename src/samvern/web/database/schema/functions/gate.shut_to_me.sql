-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.shut_to_me(uuid)
CREATE OR REPLACE FUNCTION gate.shut_to_me(of_case uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT count(*) FROM gate.acting() a JOIN gate.held_address h ON h.member_id = a.member
    JOIN public.identity_protectedaddress p ON p.id = h.address_id AND p.case_id = of_case
    WHERE a.role IN ('case_worker', 'leader')
$function$;
GRANT EXECUTE ON FUNCTION gate.shut_to_me(uuid) TO samvern_app;
