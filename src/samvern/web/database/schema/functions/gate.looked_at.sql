-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.looked_at(text)
CREATE OR REPLACE FUNCTION gate.looked_at(of_item text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(l.object), '{}') FROM gate.look l
    WHERE l.member_id = gate.member() AND l.item = of_item AND gate.told(l.tx)
        AND l.at > statement_timestamp() - interval '5 minutes'
$function$;
GRANT EXECUTE ON FUNCTION gate.looked_at(text) TO samvern_app;
