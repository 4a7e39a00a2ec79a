-- SPDX-License-Identifier: EUPL-1.2
-- Whoever is shut out of a case is neither put on it nor given it, and whoever has it is not shut
-- out, also when two decide at once: both hold the case while they look.

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.refuse_barred(of_case uuid, of_member uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM public.access_bar b
        WHERE b.case_id = of_case AND b.member_id = of_member)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'shut out of the case';
    END IF;
END $$;

CREATE FUNCTION gate.hold_to_bar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    owner uuid;
BEGIN
    SELECT c.owner_id INTO owner FROM public.cases_case c WHERE c.id = NEW.case_id
    FOR NO KEY UPDATE;
    IF owner = NEW.member_id THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'the owner is not shut out';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION gate.hold_to_put_on() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM 1 FROM public.cases_case c WHERE c.id = NEW.case_id FOR NO KEY UPDATE;
    PERFORM gate.refuse_barred(NEW.case_id, NEW.member_id);
    RETURN NEW;
END $$;

CREATE FUNCTION gate.give_to_no_barred() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.refuse_barred(NEW.id, NEW.owner_id);
    RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION gate.refuse_barred(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.hold_to_bar() FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.hold_to_put_on() FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.give_to_no_barred() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.hold_to_bar() TO samvern_owner;
GRANT EXECUTE ON FUNCTION gate.hold_to_put_on() TO samvern_owner;
GRANT EXECUTE ON FUNCTION gate.give_to_no_barred() TO samvern_owner;

RESET ROLE;

CREATE TRIGGER a_a_hold BEFORE INSERT ON public.access_bar
FOR EACH ROW EXECUTE FUNCTION gate.hold_to_bar();

CREATE TRIGGER a_a_hold BEFORE INSERT ON public.access_teammember
FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION gate.hold_to_put_on();

CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.access_teammember
FOR EACH ROW WHEN (NEW.ended_at IS NULL AND (OLD.ended_at IS NOT NULL
    OR (OLD.case_id, OLD.member_id) IS DISTINCT FROM (NEW.case_id, NEW.member_id)))
EXECUTE FUNCTION gate.hold_to_put_on();

CREATE TRIGGER a_a_owner BEFORE UPDATE OF owner_id ON public.cases_case
FOR EACH ROW WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id)
EXECUTE FUNCTION gate.give_to_no_barred();
