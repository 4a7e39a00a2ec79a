-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- The key of a draft goes when its text has been approved or taken down.
CREATE FUNCTION gate.end_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = NEW.of_id AND wrapped IS NOT NULL
        AND NEW.finish IN ('approved', 'taken_down');
    RETURN NULL;
END $$;

RESET ROLE;
