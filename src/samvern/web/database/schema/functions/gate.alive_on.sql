-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.alive_on(uuid)
CREATE OR REPLACE FUNCTION gate.alive_on(of_case uuid)
 RETURNS TABLE(name text, thing uuid, keeper uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    k gate.living;
BEGIN
    IF NOT coalesce(gate.works_on(gate.member(), of_case), false) THEN RETURN; END IF;
    FOR k IN SELECT * FROM gate.living l ORDER BY l.place LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, t.id, a.member_id FROM public.%I t LEFT JOIN public.cases_aftercare a '
            'ON a.case_id = $1 AND a.thing_id = t.id AND a.ended_at IS NULL '
            'WHERE t.case_id = $1 AND (%s) ORDER BY t.id', k.name, k.thing, k.alive) USING of_case;
    END LOOP;
END $function$;
GRANT EXECUTE ON FUNCTION gate.alive_on(uuid) TO samvern_app;
