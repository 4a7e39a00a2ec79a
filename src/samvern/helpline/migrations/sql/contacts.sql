-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Those who work in the unit that took the call, and its leader. A job reads no words; a program
-- those it wrote itself.
CREATE FUNCTION gate.reads_contact(of_contact uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM gate.acting() a
        JOIN public.contacts_contact c ON c.id = of_contact AND c.organisation_id = a.organisation
        WHERE (a.role IN ('case_worker', 'leader') OR a.role = 'program' AND c.created_by_id = a.member)
            AND gate.opens('case') AND c.forgotten_at IS NULL
            AND (c.unit_id = ANY (gate.units()) OR c.unit_id = ANY (gate.led())))
$$;

-- A case has what was said: here it is destroyed, by the one who opened the case.
CREATE FUNCTION gate.pass_contact(of_contact uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT gate.reads_contact(of_contact) OR NOT EXISTS (
        SELECT 1 FROM public.contacts_opening o
        WHERE o.contact_id = of_contact AND o.created_by_id = gate.member())
    THEN
        RETURN false;
    END IF;
    UPDATE public.contacts_contact SET words_sealed = NULL, forgotten_at = statement_timestamp()
    WHERE id = of_contact;
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = of_contact AND wrapped IS NOT NULL;
    RETURN true;
END $$;

-- Contacts older than this in the job's organisation lose their words, the chosen word and the
-- key; the counted rows stay. How many that was.
CREATE FUNCTION gate.forget_contacts(older_than interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    old uuid[];
BEGIN
    old := ARRAY (
        SELECT c.id FROM gate.acting() a
        JOIN public.contacts_contact c ON c.organisation_id = a.organisation AND a.role = 'service'
        WHERE c.at < statement_timestamp() - older_than
            AND (c.forgotten_at IS NULL OR c.word_blind IS NOT NULL));
    UPDATE public.contacts_contact SET words_sealed = NULL, word_blind = NULL,
        forgotten_at = coalesce(forgotten_at, statement_timestamp())
    WHERE id = ANY (old);
    UPDATE public.contacts_callback SET reach_sealed = NULL
    WHERE contact_id = ANY (old) AND reach_sealed IS NOT NULL;
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = ANY (old) AND wrapped IS NOT NULL;
    RETURN cardinality(old);
END $$;

-- How to reach somebody is needed until she is reached.
CREATE FUNCTION gate.end_callback() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.contacts_callback SET reach_sealed = NULL
    WHERE id = NEW.of_id AND NEW.finish <> 'due' AND reach_sealed IS NOT NULL;
    RETURN NULL;
END $$;

RESET ROLE;
