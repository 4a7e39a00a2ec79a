-- SPDX-License-Identifier: EUPL-1.2
-- The queue, granted by name. Its rows say which task for which organisation, nothing of a person.
GRANT SELECT, INSERT, UPDATE, DELETE ON procrastinate_jobs, procrastinate_periodic_defers TO samvern_app;
GRANT SELECT, INSERT, DELETE ON procrastinate_events TO samvern_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON procrastinate_workers TO samvern_app;
GRANT USAGE ON SEQUENCE procrastinate_jobs_id_seq, procrastinate_events_id_seq,
    procrastinate_periodic_defers_id_seq TO samvern_app;
DO $$
DECLARE each regprocedure;
BEGIN
    FOR each IN SELECT oid::regprocedure FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'procrastinate\_%' AND NOT prosecdef
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samvern_app', each);
    END LOOP;
END $$;
