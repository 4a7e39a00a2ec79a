-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.audited_cases(of_ids uuid[], of_reference text)
RETURNS TABLE (id uuid, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT c.id, c.reference FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation
    WHERE a.role = 'auditor' AND (c.id = ANY (of_ids) OR c.reference = of_reference)
$$;

RESET ROLE;
