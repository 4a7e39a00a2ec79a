-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.link_answers_to(uuid)
CREATE OR REPLACE FUNCTION gate.link_answers_to(by_knock uuid)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.answers_to FROM gate.link l WHERE l.id = (gate.knocked(by_knock)).id
$function$;
GRANT EXECUTE ON FUNCTION gate.link_answers_to(uuid) TO samvern_app;
