-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.erase_case(cases_proposal,cases_case)
CREATE OR REPLACE FUNCTION gate.erase_case(p cases_proposal, c cases_case)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    made public.cases_certificate;
    moment timestamptz := date_trunc('milliseconds', statement_timestamp());
BEGIN
    PERFORM gate.end_living(c.id, coalesce(gate.member(), c.owner_id), true);
    made.id := gen_random_uuid();
    made.created_at := moment;
    made.erased_at := moment;
    made.case_id := c.id;
    made.organisation_id := c.organisation_id;
    made.unit_id := c.unit_id;
    made.rule := p.rule;
    made.action := p.action;
    made.receipt := p.receipt;
    made.decisions := CASE WHEN p.action = 'delete' THEN '[]' ELSE gate.decisions(c.id) END;
    SELECT count(*) INTO made.files_destroyed FROM public.cases_document d
    WHERE d.case_id = c.id AND d.removed_at IS NULL;
    UPDATE public.identity_key k SET wrapped = NULL, shredded_at = moment
    WHERE k.case_id = c.id AND k.wrapped IS NOT NULL;
    GET DIAGNOSTICS made.keys_destroyed = ROW_COUNT;
    made.rows_erased := gate.empty_case(c.id);
    UPDATE public.cases_case k SET label_sealed = NULL, close_sealed = NULL, hold_sealed = NULL,
        erased_at = moment WHERE k.id = c.id;
    UPDATE public.cases_proposal q SET state = 'done', words_sealed = NULL WHERE q.id = p.id;
    -- Last, because changing a row has just kept what it was.
    made.rows_erased := made.rows_erased || audit.erase(c.id);
    made.digest := gate.digest_of(made);
    INSERT INTO public.cases_certificate SELECT (made).*;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'case.erase', 'case', c.id,
        'object', made.id, 'detail', jsonb_build_object('digest', made.digest, 'rule', made.rule))));
    RETURN made.id;
END $function$;
