-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.needs_open_case()
CREATE OR REPLACE FUNCTION gate.needs_open_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    found text;
BEGIN
    SELECT c.state INTO found FROM public.cases_case c WHERE c.id = NEW.case_id FOR SHARE;
    IF found = 'closed' THEN
        RAISE EXCEPTION USING ERRCODE = 'SV423', MESSAGE = 'the case is closed';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.needs_open_case() TO samvern_owner;
