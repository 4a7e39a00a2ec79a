-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_contact(uuid)
CREATE OR REPLACE FUNCTION gate.reads_contact(of_contact uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM gate.acting() a
        JOIN public.contacts_contact c ON c.id = of_contact AND c.organisation_id = a.organisation
        WHERE (a.role IN ('case_worker', 'leader') OR a.role = 'program' AND c.created_by_id = a.member)
            AND gate.opens('case') AND c.forgotten_at IS NULL
            AND (c.unit_id = ANY (gate.units()) OR c.unit_id = ANY (gate.led())))
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_contact(uuid) TO samvern_app;
