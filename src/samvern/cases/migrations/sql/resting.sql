-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- What comes alive on a consent holds it while it looks, so that it is seen by whoever takes the
-- consent back, or sees that it was taken back. A new row waits. A changed one is held already by
-- whoever changes it, and would wait in a ring: it is refused at once.
-- "house" is a share with an organisation here; "outside" goes to somebody who is none.
CREATE FUNCTION gate.needs_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    given jsonb := to_jsonb(NEW);
    until timestamptz := coalesce(given ->> 'until', given ->> 'expires_at')::timestamptz;
    c record;
BEGIN
    BEGIN
        IF TG_OP = 'INSERT' THEN
            PERFORM 1 FROM public.cases_consent k WHERE k.id = NEW.consent_id FOR SHARE;
        ELSE
            PERFORM 1 FROM public.cases_consent k WHERE k.id = NEW.consent_id FOR SHARE NOWAIT;
        END IF;
    EXCEPTION WHEN lock_not_available THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'somebody is changing the consent';
    END;
    SELECT k.person_id, k.recipient_id, k.purpose, k.categories,
        ((k.expires_on + 1)::timestamp AT TIME ZONE 'Europe/Oslo') AS ends INTO c
    FROM public.cases_consent k
    WHERE k.id = NEW.consent_id AND k.case_id = NEW.case_id AND NOT k.refused
        AND k.withdrawn_at IS NULL;
    IF c IS NULL OR c.ends < greatest(until, statement_timestamp())
        OR TG_ARGV[0] = 'house' AND (
            c.recipient_id IS DISTINCT FROM (given ->> 'organisation_id')::uuid
            OR c.purpose <> given ->> 'purpose'
            OR NOT ARRAY(SELECT jsonb_array_elements_text(given -> 'categories'))
                <@ (c.categories || ARRAY['case'])::text[])
        OR TG_ARGV[0] = 'outside' AND (
            c.recipient_id IS NOT NULL OR c.person_id <> (given ->> 'person_id')::uuid)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'the consent does not carry this';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION gate.needs_consent() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.needs_consent() TO samvern_owner;

RESET ROLE;

GRANT SELECT (person_id) ON public.cases_consent TO samvern_gate;

CREATE TRIGGER a_b_consent BEFORE INSERT ON public.access_share FOR EACH ROW
WHEN ((NEW.basis = 'consent' OR NEW.consent_id IS NOT NULL)
    AND NEW.ended_at IS NULL AND NEW.until > statement_timestamp())
EXECUTE FUNCTION gate.needs_consent('house');

CREATE TRIGGER a_b_consent_changed BEFORE UPDATE ON public.access_share FOR EACH ROW
WHEN ((NEW.basis = 'consent' OR NEW.consent_id IS NOT NULL)
    AND NEW.ended_at IS NULL AND NEW.until > statement_timestamp()
    AND (OLD.ended_at IS NOT NULL
        OR (OLD.case_id, OLD.organisation_id, OLD.categories, OLD.purpose, OLD.basis,
            OLD.consent_id, OLD.until)
        IS DISTINCT FROM (NEW.case_id, NEW.organisation_id, NEW.categories, NEW.purpose, NEW.basis,
            NEW.consent_id, NEW.until)))
EXECUTE FUNCTION gate.needs_consent('house');
