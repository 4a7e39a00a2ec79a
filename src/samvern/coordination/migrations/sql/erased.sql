-- SPDX-License-Identifier: EUPL-1.2
-- Nothing is written in an erased case. What is being written holds the case first, so that the
-- erasure waits for it and takes it along, or it waits for the erasure and is refused.

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.needs_kept_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    gone timestamptz;
BEGIN
    SELECT c.erased_at INTO gone FROM public.cases_case c WHERE c.id = NEW.case_id FOR KEY SHARE;
    IF gone IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SV423', MESSAGE = 'the case is erased';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION gate.needs_kept_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.needs_kept_case() TO samvern_owner;

RESET ROLE;

-- The certificate and the proposal outlive their case.
DO $$
DECLARE
    place text;
BEGIN
    FOR place IN
        SELECT c.relname FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        WHERE a.attname = 'case_id' AND NOT a.attisdropped
            AND c.relname NOT IN ('cases_certificate', 'cases_proposal')
        ORDER BY c.relname
    LOOP
        EXECUTE format('CREATE TRIGGER a_a_kept BEFORE INSERT ON public.%I FOR EACH ROW '
            'WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION gate.needs_kept_case()', place);
    END LOOP;
END $$;
