-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_contacts(interval)
CREATE OR REPLACE FUNCTION gate.forget_contacts(older_than interval)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.forget_contacts(interval) TO samvern_app;
