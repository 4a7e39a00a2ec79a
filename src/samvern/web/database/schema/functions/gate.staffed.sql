-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.staffed()
CREATE OR REPLACE FUNCTION gate.staffed()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(t.case_id), '{}') FROM gate.acting() a
    JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
    WHERE a.role IN ('case_worker', 'leader')
$function$;
GRANT EXECUTE ON FUNCTION gate.staffed() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.staffed() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.staffed() TO samvern_owner;
