-- SPDX-License-Identifier: EUPL-1.2

GRANT SELECT ON public.contacts_keepingrule TO samvern_gate;
CREATE POLICY samvern_gate ON public.contacts_keepingrule FOR SELECT TO samvern_gate USING (true);

SET LOCAL ROLE samvern_gate;

-- How long the actor's organisation keeps words of calls and questions: its latest rule.
CREATE FUNCTION gate.words_kept() RETURNS interval
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT make_interval(days => coalesce((
        SELECT r.days::integer FROM gate.acting() a
        JOIN public.contacts_keepingrule r ON r.organisation_id = a.organisation
        ORDER BY r.created_at DESC, r.id LIMIT 1), 183))
$$;
REVOKE ALL ON FUNCTION gate.words_kept() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.words_kept() TO samvern_app;

-- What is older than the organisation keeps goes, whatever the caller says.
CREATE OR REPLACE FUNCTION gate.forget_contacts(older_than interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    old uuid[];
BEGIN
    old := ARRAY (
        SELECT c.id FROM gate.acting() a
        JOIN public.contacts_contact c ON c.organisation_id = a.organisation AND a.role = 'service'
        WHERE c.at < statement_timestamp() - least(older_than, gate.words_kept())
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

CREATE OR REPLACE FUNCTION gate.forget_old_questions(older_than interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    old uuid[];
    one uuid;
BEGIN
    old := ARRAY (
        SELECT q.id FROM gate.acting() a
        JOIN public.contacts_question q
            ON q.organisation_id = a.organisation AND a.role = 'service'
        WHERE q.created_at < statement_timestamp() - least(older_than, gate.words_kept())
            AND q.forgotten_at IS NULL);
    FOREACH one IN ARRAY old LOOP
        PERFORM gate.finish_thing('contacts_question', one, ARRAY['withdraw', 'close'], '',
            gate.member(), statement_timestamp());
    END LOOP;
    RETURN gate.forget_questions(old);
END $$;

RESET ROLE;
