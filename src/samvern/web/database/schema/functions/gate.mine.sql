-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.mine()
CREATE OR REPLACE FUNCTION gate.mine()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(case_id), '{}') FROM (
        SELECT t.case_id FROM gate.acting() a
        JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT g.case_id FROM gate.acting() a
        JOIN public.access_glass g ON g.member_id = a.member AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp() AND gate.told(g.tx)
        WHERE a.role IN ('case_worker', 'leader')
    ) opened
$function$;
GRANT EXECUTE ON FUNCTION gate.mine() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.mine() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.mine() TO samvern_owner;
