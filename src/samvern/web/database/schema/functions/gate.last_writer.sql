-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.last_writer(uuid)
CREATE OR REPLACE FUNCTION gate.last_writer(of_advice uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(
        (SELECT s.made_by_id FROM public.contacts_advicestep s
         WHERE s.of_id = of_advice AND s.move = 'mend' ORDER BY s.created_at DESC LIMIT 1),
        (SELECT v.created_by_id FROM public.contacts_advice v WHERE v.id = of_advice))
$function$;
GRANT EXECUTE ON FUNCTION gate.last_writer(uuid) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.last_writer(uuid) TO samvern_owner;
