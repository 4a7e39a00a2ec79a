-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.shared(text)
CREATE OR REPLACE FUNCTION gate.shared(category text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(s.case_id), '{}') FROM gate.acting() a
    JOIN public.access_share s ON s.organisation_id = a.organisation
        AND (s.unit_id IS NULL OR s.unit_id = a.unit OR a.role = 'leader' AND a.unit IS NULL)
    WHERE a.role IN ('case_worker', 'leader')
      AND category = ANY (s.categories)
      AND s.ended_at IS NULL
      AND s.since <= statement_timestamp() AND s.until > statement_timestamp()
$function$;
GRANT EXECUTE ON FUNCTION gate.shared(text) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.shared(text) TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.shared(text) TO samvern_owner;
