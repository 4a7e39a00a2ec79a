-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Destroy the key of something in a case that is not a person and not the case itself, such as a
-- document; for those two people decide. Never under a legal hold.
CREATE FUNCTION gate.shred_key(of_subject uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

RESET ROLE;
