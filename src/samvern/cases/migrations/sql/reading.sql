-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- A case that is erased takes the keys of what was sent from it along, and what was told of it.
CREATE FUNCTION gate.forget_referral() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = OLD.id AND wrapped IS NOT NULL;
    DELETE FROM public.cases_notice WHERE about_id = OLD.id;
    RETURN OLD;
END $$;

RESET ROLE;
