-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.sweep_deliveries()
CREATE OR REPLACE FUNCTION gate.sweep_deliveries()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    old uuid[];
BEGIN
    SELECT array_agg(d.id) INTO old FROM public.coordination_delivery d
    WHERE d.state IN ('sent', 'given_up') AND d.state_since < statement_timestamp() - interval '30 days';
    DELETE FROM public.coordination_deliverystep s WHERE s.of_id = ANY (old);
    DELETE FROM public.coordination_delivery d WHERE d.id = ANY (old);
    RETURN coalesce(array_length(old, 1), 0);
END $function$;
GRANT EXECUTE ON FUNCTION gate.sweep_deliveries() TO samvern_app;
