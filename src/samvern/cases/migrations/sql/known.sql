-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.mark_protected() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.cases_person p SET address_protected = true
    WHERE p.id = NEW.person_id AND p.case_id = NEW.case_id AND NOT p.address_protected;
    RETURN NEW;
END $$;

RESET ROLE;
