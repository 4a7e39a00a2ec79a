-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_to_bar()
CREATE OR REPLACE FUNCTION gate.hold_to_bar()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    owner uuid;
BEGIN
    SELECT c.owner_id INTO owner FROM public.cases_case c WHERE c.id = NEW.case_id
    FOR NO KEY UPDATE;
    IF owner = NEW.member_id THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'the owner is not shut out';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_to_bar() TO samvern_owner;
