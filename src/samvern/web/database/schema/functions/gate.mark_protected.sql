-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.mark_protected()
CREATE OR REPLACE FUNCTION gate.mark_protected()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.cases_person p SET address_protected = true
    WHERE p.id = NEW.person_id AND p.case_id = NEW.case_id AND NOT p.address_protected;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.mark_protected() TO samvern_owner;
