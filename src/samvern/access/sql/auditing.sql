-- SPDX-License-Identifier: EUPL-1.2
-- What an auditor may know of a case beside its lines in the trail: the reference it goes by.
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.audited_cases(of_ids uuid[], of_reference text)
RETURNS TABLE (id uuid, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT c.id, c.reference FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation
    WHERE a.role = 'auditor' AND (c.id = ANY (of_ids) OR c.reference = of_reference)
$$;
GRANT EXECUTE ON FUNCTION gate.audited_cases TO samvern_app;
RESET ROLE;

-- A membership is never moved to another person or organisation, and nobody keeps her own.
REVOKE UPDATE ON access_member FROM samvern_app;
GRANT UPDATE (name, email, unit_id, until) ON access_member TO samvern_app;
ALTER POLICY insert_samvern_app ON access_member WITH CHECK (
    (SELECT gate.role()) = 'administrator' AND organisation_id = (SELECT gate.organisation())
    AND user_id <> (SELECT gate.person()) AND role <> 'service' AND (unit_id IS NULL OR unit_id IN (
        SELECT u.id FROM public.access_unit u WHERE u.organisation_id = (SELECT gate.organisation()))));
ALTER POLICY update_samvern_app ON access_member
    USING ((SELECT gate.role()) = 'administrator' AND organisation_id = (SELECT gate.organisation())
        AND user_id <> (SELECT gate.person()) AND role <> 'service')
    WITH CHECK (unit_id IS NULL OR unit_id IN (
        SELECT u.id FROM public.access_unit u WHERE u.organisation_id = (SELECT gate.organisation())));
REVOKE UPDATE ON access_organisation, access_unit FROM samvern_app;
GRANT UPDATE (name, region) ON access_organisation TO samvern_app;
GRANT UPDATE (name) ON access_unit TO samvern_app;

-- Which of these cases somebody of an organisation has opened, by its own chain.
SET LOCAL ROLE samvern_audit;
CREATE FUNCTION audit.opened_in(of_chain uuid, of_cases uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(DISTINCT l.case_id), '{}') FROM audit.line l
    WHERE l.case_id = ANY (of_cases) AND l.chain = of_chain AND l.act = 'case.see'
      AND l.organisation_id = of_chain
$$;
GRANT EXECUTE ON FUNCTION audit.opened_in TO samvern_gate;
RESET ROLE;

-- What others share with a leader's units and nobody there has opened since.
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
GRANT EXECUTE ON FUNCTION gate.unopened_shares TO samvern_app;
RESET ROLE;
