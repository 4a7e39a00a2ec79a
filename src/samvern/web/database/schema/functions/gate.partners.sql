-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.partners()
CREATE OR REPLACE FUNCTION gate.partners()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(organisation), '{}') FROM (
        SELECT c.organisation_id AS organisation FROM gate.acting() a
        JOIN public.access_share s ON s.organisation_id = a.organisation
        JOIN public.cases_case c ON c.id = s.case_id
        WHERE a.role IN ('case_worker', 'leader') AND s.ended_at IS NULL
            AND s.since <= statement_timestamp() AND s.until > statement_timestamp()
        UNION
        SELECT g.owner_organisation_id FROM gate.acting() a
        JOIN public.access_glass g ON g.member_id = a.member AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp() AND gate.told(g.tx)
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT m.organisation_id FROM gate.acting() a
        JOIN public.access_glass g ON g.owner_organisation_id = a.organisation
        JOIN public.access_member m ON m.id = g.member_id
        WHERE a.role IN ('case_worker', 'leader')
    ) met
$function$;
GRANT EXECUTE ON FUNCTION gate.partners() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.partners() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.partners() TO samvern_owner;
