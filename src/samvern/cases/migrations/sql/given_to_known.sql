-- SPDX-License-Identifier: EUPL-1.2
-- Nobody is put on a case, offered one, given one or made to answer for part of one who has never
-- signed in: nobody knows yet who she is.

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.give_to_known() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    -- The argument is the column with the member.
    IF NOT gate.has_entered((to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV412', MESSAGE = TG_TABLE_NAME || ': has never signed in';
    END IF;
    RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION gate.give_to_known() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.give_to_known() TO samvern_owner;

RESET ROLE;

CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF member_id, ended_at ON public.access_teammember
FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION gate.give_to_known('member_id');
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_case
FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF taker_id ON public.cases_handover
FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('taker_id');
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF member_id ON public.cases_aftercare
FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('member_id');
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_task
FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_action
FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_deadline
FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');
