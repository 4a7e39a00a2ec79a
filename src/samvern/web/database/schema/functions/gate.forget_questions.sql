-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_questions(uuid[])
CREATE OR REPLACE FUNCTION gate.forget_questions(old uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    drafts uuid[];
BEGIN
    UPDATE public.contacts_question q SET text_sealed = NULL,
        forgotten_at = statement_timestamp()
    WHERE q.id = ANY (old) AND q.forgotten_at IS NULL;
    UPDATE public.contacts_questionstep s SET words_sealed = NULL
    WHERE s.of_id = ANY (old);
    drafts := ARRAY (SELECT v.id FROM public.contacts_advice v
        WHERE v.question_id = ANY (old) AND v.state IN ('written', 'sent_back'));
    UPDATE public.contacts_advice v SET state = 'taken_down',
        state_since = statement_timestamp(), draft_sealed = NULL
    WHERE v.id = ANY (drafts);
    UPDATE public.identity_key k SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE k.subject_id = ANY (old || drafts) AND k.wrapped IS NOT NULL;
    RETURN cardinality(old);
END $function$;
