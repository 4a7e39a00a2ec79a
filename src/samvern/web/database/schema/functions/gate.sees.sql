-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.sees(uuid,text)
CREATE OR REPLACE FUNCTION gate.sees(of_case uuid, category text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT gate.opens(category) AND of_case <> ALL (gate.barred()) AND (
        of_case = ANY (gate.shared(category)) OR of_case = ANY (gate.mine())
        OR EXISTS (
            SELECT 1 FROM public.cases_case c, gate.acting() a
            WHERE c.id = of_case AND (c.owner_id = a.member OR c.unit_id = ANY (gate.led())
                OR c.circle = 'unit' AND c.unit_id = ANY (gate.units()))))
$function$;
