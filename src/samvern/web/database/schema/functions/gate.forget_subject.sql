-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_subject()
CREATE OR REPLACE FUNCTION gate.forget_subject()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM public.identity_lookup l
    WHERE l.person_id = NEW.subject_id OR l.case_id = NEW.subject_id;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.forget_subject() TO samvern_owner;
