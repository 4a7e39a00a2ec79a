-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner

-- function: procrastinate_update_heartbeat_v1(bigint)
CREATE OR REPLACE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$function$;
GRANT EXECUTE ON FUNCTION procrastinate_update_heartbeat_v1(bigint) TO samvern_app;
