-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_with_case()
CREATE OR REPLACE FUNCTION gate.forget_with_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM gate.forget_questions(ARRAY[OLD.question_id]);
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.forget_with_case() TO samvern_owner;
