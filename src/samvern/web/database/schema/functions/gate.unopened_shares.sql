-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.unopened_shares()
CREATE OR REPLACE FUNCTION gate.unopened_shares()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    given uuid[];
    opened uuid[];
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'leader' THEN
        RETURN;
    END IF;
    SELECT coalesce(array_agg(s.case_id), '{}') INTO given FROM public.access_share s
    WHERE s.case_id = ANY (gate.shared('case'));
    opened := audit.opened_in(who.organisation, given);
    RETURN QUERY SELECT s.id FROM public.access_share s
    WHERE s.organisation_id = who.organisation AND s.case_id = ANY (given)
      AND s.case_id <> ALL (opened) AND s.ended_at IS NULL
      AND s.since <= statement_timestamp() AND s.until > statement_timestamp();
END $function$;
GRANT EXECUTE ON FUNCTION gate.unopened_shares() TO samvern_app;
