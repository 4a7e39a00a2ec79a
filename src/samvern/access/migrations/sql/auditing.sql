-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_audit;

CREATE FUNCTION audit.opened_in(of_chain uuid, of_cases uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(DISTINCT l.case_id), '{}') FROM audit.line l
    WHERE l.case_id = ANY (of_cases) AND l.chain = of_chain AND l.act = 'case.see'
      AND l.organisation_id = of_chain
$$;

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.unopened_shares() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    given uuid[];
    opened uuid[];
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'leader' THEN
        RETURN;
    END IF;
    SELECT coalesce(array_agg(s.case_id), '{}') INTO given FROM public.access_share s
    WHERE s.case_id = ANY (gate.shared('case'));
    opened := audit.opened_in(who.organisation, given);
    RETURN QUERY SELECT s.id FROM public.access_share s
    WHERE s.organisation_id = who.organisation AND s.case_id = ANY (given)
      AND s.case_id <> ALL (opened) AND s.ended_at IS NULL
      AND s.since <= statement_timestamp() AND s.until > statement_timestamp();
END $$;

RESET ROLE;
