-- SPDX-License-Identifier: EUPL-1.2
-- Whoever waits for a leader is told of her own access and of nothing else. What was left for her
-- meanwhile is hers when the leader has said yes: no deadline is lost by it.

CREATE POLICY not_while_waiting ON public.cases_notice AS RESTRICTIVE FOR SELECT TO samvern_app USING (
    (SELECT gate.role()) IS DISTINCT FROM 'waiting' OR kind LIKE 'access-%-you');
CREATE POLICY not_changed_while_waiting ON public.cases_notice AS RESTRICTIVE FOR UPDATE TO samvern_app USING (
    (SELECT gate.role()) IS DISTINCT FROM 'waiting' OR kind LIKE 'access-%-you');

SET LOCAL ROLE samvern_gate;

-- Which programs of the administrator's organisation wait, and what for.
CREATE FUNCTION gate.waiting_programs() RETURNS TABLE (member uuid, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id, gate.waits_for(m) FROM gate.acting() a
    JOIN public.access_member m ON m.organisation_id = a.organisation AND m.role = 'service'
        AND gate.waits_for(m) IS NOT NULL
    WHERE a.role = 'administrator'
$$;
REVOKE ALL ON FUNCTION gate.waiting_programs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.waiting_programs() TO samvern_app;

RESET ROLE;
