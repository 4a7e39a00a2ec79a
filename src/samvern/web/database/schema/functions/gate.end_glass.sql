-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_glass(uuid)
CREATE OR REPLACE FUNCTION gate.end_glass(opening uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    g public.access_glass;
BEGIN
    SELECT * INTO g FROM public.access_glass x WHERE x.id = opening AND x.ended_at IS NULL
        AND x.expires_at > statement_timestamp() FOR UPDATE;
    IF g.id IS NULL OR NOT gate.may_end_glass(g) THEN RETURN NULL; END IF;
    PERFORM gate.close_glass(g);
    RETURN g.case_id;
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_glass(uuid) TO samvern_app;
