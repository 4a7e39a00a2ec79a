-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner

-- function: procrastinate_notify_queue_job_inserted_v1()
CREATE OR REPLACE FUNCTION public.procrastinate_notify_queue_job_inserted_v1()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$function$;
GRANT EXECUTE ON FUNCTION procrastinate_notify_queue_job_inserted_v1() TO samvern_app;
