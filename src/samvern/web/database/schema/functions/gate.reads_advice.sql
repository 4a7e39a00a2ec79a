-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_advice(uuid)
CREATE OR REPLACE FUNCTION gate.reads_advice(of_advice uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM public.contacts_advice v WHERE v.id = of_advice
        AND v.state IN ('written', 'sent_back') AND v.desk_id = ANY (gate.desks())
        AND gate.opens('case'))
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_advice(uuid) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.reads_advice(uuid) TO samvern_owner;
