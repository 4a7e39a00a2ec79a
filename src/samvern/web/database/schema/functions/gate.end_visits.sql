-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_visits(uuid[],uuid)
CREATE OR REPLACE FUNCTION gate.end_visits(handles uuid[], of_member uuid DEFAULT NULL::uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH mine AS MATERIALIZED (
        SELECT v.key FROM gate.visits(of_member) l JOIN gate.visit v USING (handle)
        WHERE l.handle = ANY (handles)
    ), dropped AS (SELECT gate.drop_visit(key) FROM mine)
    SELECT count(*)::integer FROM dropped
$function$;
GRANT EXECUTE ON FUNCTION gate.end_visits(uuid[],uuid) TO samvern_app;
