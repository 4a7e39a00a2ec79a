-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner

-- function: procrastinate_trigger_abort_requested_events_procedure_v1()
CREATE OR REPLACE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$function$;
GRANT EXECUTE ON FUNCTION procrastinate_trigger_abort_requested_events_procedure_v1() TO samvern_app;
