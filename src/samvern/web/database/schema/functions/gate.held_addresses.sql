-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.held_addresses()
CREATE OR REPLACE FUNCTION gate.held_addresses()
 RETURNS TABLE(address uuid, member uuid, name text, case_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT h.address_id, m.id, m.name, c.id, c.reference FROM gate.acting() a
    JOIN gate.held_address h ON a.role IN ('case_worker', 'leader')
        AND a.member IN (SELECT gate.openers(h.address_id, h.member_id))
    JOIN public.access_member m ON m.id = h.member_id AND m.confirmed_at IS NOT NULL
    JOIN public.identity_protectedaddress p ON p.id = h.address_id
    JOIN public.cases_case c ON c.id = p.case_id AND gate.sees(c.id, 'case')
    ORDER BY c.reference, m.name
$function$;
GRANT EXECUTE ON FUNCTION gate.held_addresses() TO samvern_app;
