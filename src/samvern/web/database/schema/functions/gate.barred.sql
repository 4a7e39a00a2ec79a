-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.barred()
CREATE OR REPLACE FUNCTION gate.barred()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(b.case_id), '{}') FROM gate.acting() a
    JOIN public.access_member m ON m.user_id = a.person
    JOIN public.access_bar b ON b.member_id = m.id
$function$;
GRANT EXECUTE ON FUNCTION gate.barred() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.barred() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.barred() TO samvern_owner;
