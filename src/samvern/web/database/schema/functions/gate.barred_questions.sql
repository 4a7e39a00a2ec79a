-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.barred_questions()
CREATE OR REPLACE FUNCTION gate.barred_questions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(o.question_id), '{}') FROM public.contacts_origin o
    WHERE o.case_id = ANY (gate.barred())
$function$;
GRANT EXECUTE ON FUNCTION gate.barred_questions() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.barred_questions() TO samvern_owner;
