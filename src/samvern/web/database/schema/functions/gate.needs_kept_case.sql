-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.needs_kept_case()
CREATE OR REPLACE FUNCTION gate.needs_kept_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    gone timestamptz;
BEGIN
    SELECT c.erased_at INTO gone FROM public.cases_case c WHERE c.id = NEW.case_id FOR KEY SHARE;
    IF gone IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SV423', MESSAGE = 'the case is erased';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.needs_kept_case() TO samvern_owner;
