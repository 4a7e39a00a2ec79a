-- SPDX-License-Identifier: EUPL-1.2
-- Who may read the trail: an auditor his organisation's, those who work on a case the case's.
SET LOCAL ROLE samvern_audit;
CREATE POLICY reading ON audit.line FOR SELECT TO samvern_app USING (
    chain = (SELECT gate.organisation()) AND (
        (SELECT gate.role()) = 'auditor'
        -- That a protected address exists is for the auditor and those named on it.
        OR (SELECT gate.opens('case')) AND act NOT LIKE 'address.%' AND EXISTS (
            SELECT 1 FROM public.cases_case c
            WHERE c.id = case_id AND c.organisation_id = (SELECT gate.organisation()))));
CREATE POLICY reading ON audit.detail FOR SELECT TO samvern_app USING (
    EXISTS (SELECT 1 FROM audit.line l WHERE l.chain = detail.chain AND l.number = detail.number));
CREATE POLICY reading ON audit.head FOR SELECT TO samvern_app USING (
    chain = (SELECT gate.organisation()) AND (SELECT gate.role()) = 'auditor');
CREATE POLICY reading ON audit.history FOR SELECT TO samvern_app USING (
    (SELECT gate.opens('case')) AND EXISTS (
        SELECT 1 FROM public.cases_case c
        WHERE c.id = case_id AND c.organisation_id = (SELECT gate.organisation())));
RESET ROLE;
