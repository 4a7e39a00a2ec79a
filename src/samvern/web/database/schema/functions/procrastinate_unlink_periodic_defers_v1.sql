-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner

-- function: procrastinate_unlink_periodic_defers_v1()
CREATE OR REPLACE FUNCTION public.procrastinate_unlink_periodic_defers_v1()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$function$;
GRANT EXECUTE ON FUNCTION procrastinate_unlink_periodic_defers_v1() TO samvern_app;
