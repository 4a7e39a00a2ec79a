-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.one_at_a_time(uuid)
CREATE OR REPLACE FUNCTION gate.one_at_a_time(of_organisation uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT pg_advisory_xact_lock(hashtextextended('leaders:' || of_organisation, 0))
$function$;
