-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- What a claim was found by goes when the claim is set aside.
CREATE FUNCTION gate.forget_claim() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM public.identity_lookup l WHERE l.claim_id = NEW.id OR l.with_claim_id = NEW.id;
    RETURN NULL;
END $$;

-- What a person was found by goes when her key, or that of her case, is destroyed.
CREATE FUNCTION gate.forget_subject() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM public.identity_lookup l
    WHERE l.person_id = NEW.subject_id OR l.case_id = NEW.subject_id;
    RETURN NULL;
END $$;

RESET ROLE;
