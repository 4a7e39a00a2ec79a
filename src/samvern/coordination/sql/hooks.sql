-- SPDX-License-Identifier: EUPL-1.2
-- Tellings that are over are kept for a month, so that an administrator can look back.
GRANT DELETE ON coordination_delivery, coordination_deliverystep TO samvern_gate;
GRANT SELECT (of_id) ON coordination_deliverystep TO samvern_gate;
CREATE POLICY samvern_gate_sweep ON coordination_delivery FOR DELETE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_sweep ON coordination_deliverystep TO samvern_gate USING (true);
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.sweep_deliveries() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    old uuid[];
BEGIN
    SELECT array_agg(d.id) INTO old FROM public.coordination_delivery d
    WHERE d.state IN ('sent', 'given_up') AND d.state_since < statement_timestamp() - interval '30 days';
    DELETE FROM public.coordination_deliverystep s WHERE s.of_id = ANY (old);
    DELETE FROM public.coordination_delivery d WHERE d.id = ANY (old);
    RETURN coalesce(array_length(old, 1), 0);
END $$;
GRANT EXECUTE ON FUNCTION gate.sweep_deliveries TO samvern_app;
RESET ROLE;
