-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.addresses()
CREATE OR REPLACE FUNCTION gate.addresses()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(DISTINCT p.id), '{}') FROM gate.acting() a
    JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
    JOIN public.identity_protectedaddress p ON p.case_id = t.case_id
    LEFT JOIN public.identity_addressreader r ON r.address_id = p.id AND r.member_id = a.member
        AND r.ended_at IS NULL AND r.approved_by_id IS NOT NULL
    WHERE a.role IN ('case_worker', 'leader')
      AND a.authenticated_at > statement_timestamp() - interval '5 minutes'
      AND p.case_id <> ALL (gate.barred())
      AND (p.created_by_id = a.member OR r.id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM gate.held_address h
          WHERE h.address_id = p.id AND h.member_id = a.member)
$function$;
GRANT EXECUTE ON FUNCTION gate.addresses() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.addresses() TO samvern_owner;
