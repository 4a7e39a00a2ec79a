-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.clear_links()
CREATE OR REPLACE FUNCTION gate.clear_links()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    UPDATE gate.link SET content = NULL WHERE openings_left = 0 AND content IS NOT NULL
        AND knock_at < statement_timestamp() - interval '1 minute'
$function$;
GRANT EXECUTE ON FUNCTION gate.clear_links() TO samvern_app;
