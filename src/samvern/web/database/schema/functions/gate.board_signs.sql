-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_signs(text,text[])
CREATE OR REPLACE FUNCTION gate.board_signs(of_region text, calls text[])
 RETURNS TABLE(line text, signs text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT b.line, array_remove(ARRAY[
        CASE WHEN r.level = 'acute' OR s.rules && calls::varchar[] THEN 'danger' END,
        CASE WHEN r.level IN ('high', 'acute') THEN 'risk' END,
        CASE WHEN b.age <> 'adult' THEN 'child' END,
        CASE WHEN p.address_protected THEN 'address' END], NULL)
    FROM gate.board_people(of_region) b
    JOIN public.cases_person p ON p.id = b.person
    LEFT JOIN public.cases_sign s ON s.person_id = b.person
    LEFT JOIN LATERAL (SELECT x.level FROM public.cases_risk x WHERE x.person_id = b.person
        ORDER BY x.created_at DESC LIMIT 1) r ON true
$function$;
GRANT EXECUTE ON FUNCTION gate.board_signs(text,text[]) TO samvern_app;
