-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_old_questions(interval)
CREATE OR REPLACE FUNCTION gate.forget_old_questions(older_than interval)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.forget_old_questions(interval) TO samvern_app;
