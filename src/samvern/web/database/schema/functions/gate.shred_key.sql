-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.shred_key(uuid)
CREATE OR REPLACE FUNCTION gate.shred_key(of_subject uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    gone integer;
BEGIN
    UPDATE public.identity_key k SET wrapped = NULL, shredded_at = statement_timestamp()
    FROM public.cases_case c
    WHERE k.subject_id = of_subject AND k.wrapped IS NOT NULL AND c.id = k.case_id
      AND c.id <> of_subject AND c.held_at IS NULL
      AND (c.organisation_id = gate.organisation() OR c.id = ANY (gate.mine()))
      AND gate.sees(c.id, 'case')
      AND NOT EXISTS (SELECT 1 FROM public.cases_person p WHERE p.id = of_subject);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $function$;
GRANT EXECUTE ON FUNCTION gate.shred_key(uuid) TO samvern_app;
