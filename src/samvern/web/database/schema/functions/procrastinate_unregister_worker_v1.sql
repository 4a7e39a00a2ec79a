-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner

-- function: procrastinate_unregister_worker_v1(bigint)
CREATE OR REPLACE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$function$;
GRANT EXECUTE ON FUNCTION procrastinate_unregister_worker_v1(bigint) TO samvern_app;
