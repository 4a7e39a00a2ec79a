-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_to_put_on()
CREATE OR REPLACE FUNCTION gate.hold_to_put_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM 1 FROM public.cases_case c WHERE c.id = NEW.case_id FOR NO KEY UPDATE;
    PERFORM gate.refuse_barred(NEW.case_id, NEW.member_id);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_to_put_on() TO samvern_owner;
