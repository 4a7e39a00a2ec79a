-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.write_phone(text)
CREATE OR REPLACE FUNCTION gate.write_phone(number text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH written AS (
        UPDATE public.access_member m SET phone = left(number, 40) FROM gate.acting() a
        WHERE m.id = a.member AND a.role <> 'program' RETURNING 1)
    SELECT count(*) = 1 FROM written
$function$;
GRANT EXECUTE ON FUNCTION gate.write_phone(text) TO samvern_app;
