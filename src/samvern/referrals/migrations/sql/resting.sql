-- SPDX-License-Identifier: EUPL-1.2
-- What goes outside on a consent, as shares do (cases/migrations/sql/resting.sql).

CREATE TRIGGER a_b_consent BEFORE INSERT ON public.referrals_sending FOR EACH ROW
WHEN (NEW.basis = 'consent' OR NEW.consent_id IS NOT NULL)
EXECUTE FUNCTION gate.needs_consent('outside');

CREATE TRIGGER a_b_consent BEFORE INSERT ON public.referrals_crossing FOR EACH ROW
WHEN (NEW.transfer = 'consent' OR NEW.consent_id IS NOT NULL)
EXECUTE FUNCTION gate.needs_consent('outside');

-- The application moves neither to another consent, case or person.
CREATE TRIGGER a_b_consent_changed BEFORE UPDATE ON public.referrals_sending FOR EACH ROW
WHEN ((NEW.basis = 'consent' OR NEW.consent_id IS NOT NULL)
    AND (OLD.case_id, OLD.person_id, OLD.basis, OLD.consent_id, OLD.expires_at)
        IS DISTINCT FROM (NEW.case_id, NEW.person_id, NEW.basis, NEW.consent_id, NEW.expires_at)
    AND NEW.state IN ('waiting', 'opened', 'received', 'ring', 'can_help'))
EXECUTE FUNCTION gate.needs_consent('outside');

CREATE TRIGGER a_b_consent_changed BEFORE UPDATE ON public.referrals_crossing FOR EACH ROW
WHEN ((NEW.transfer = 'consent' OR NEW.consent_id IS NOT NULL)
    AND (OLD.case_id, OLD.person_id, OLD.transfer, OLD.consent_id)
        IS DISTINCT FROM (NEW.case_id, NEW.person_id, NEW.transfer, NEW.consent_id)
    AND NEW.state = 'prepared')
EXECUTE FUNCTION gate.needs_consent('outside');

SET LOCAL ROLE samvern_gate;

-- A way across a border that is not sent yet does not go out on a consent that has run out. The
-- consent is held before the row is, in the order in which it is taken back.
CREATE FUNCTION gate.hold_crossing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    resting uuid := (SELECT x.consent_id FROM public.referrals_crossing x WHERE x.id = NEW.of_id);
BEGIN
    PERFORM 1 FROM public.cases_consent k WHERE k.id = resting FOR SHARE;
    IF EXISTS (SELECT 1 FROM public.cases_consent k JOIN public.referrals_crossing x
            ON x.id = NEW.of_id AND x.state = 'prepared' AND k.id = x.consent_id
            WHERE k.refused OR k.withdrawn_at IS NOT NULL
                OR k.expires_on < (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'the consent does not hold any more';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION gate.hold_crossing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.hold_crossing() TO samvern_owner;

RESET ROLE;

CREATE TRIGGER a_hold BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW
WHEN (NEW.move = 'send' AND CURRENT_USER <> 'samvern_gate')
EXECUTE FUNCTION gate.hold_crossing();
