-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.my_seats()
CREATE OR REPLACE FUNCTION gate.my_seats()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT coalesce(array_agg(seat), '{}') FROM gate.sitting() $function$;
GRANT EXECUTE ON FUNCTION gate.my_seats() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.my_seats() TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.my_seats() TO samvern_owner;
