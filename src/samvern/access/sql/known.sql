-- SPDX-License-Identifier: EUPL-1.2
-- That a person has a protected address is known to whoever sees her case; where it is, to those
-- named on it. And the next look at each risk in force is a deadline.
GRANT UPDATE (address_protected) ON cases_person TO samvern_gate;
CREATE POLICY protecting ON cases_person FOR UPDATE TO samvern_gate USING (true);
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.mark_protected() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.cases_person p SET address_protected = true
    WHERE p.id = NEW.person_id AND p.case_id = NEW.case_id AND NOT p.address_protected;
    RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION gate.mark_protected TO samvern_owner;
RESET ROLE;
CREATE TRIGGER mark_protected AFTER INSERT ON identity_protectedaddress FOR EACH ROW
    EXECUTE FUNCTION gate.mark_protected();

UPDATE cases_person p SET address_protected = true
WHERE EXISTS (SELECT 1 FROM identity_protectedaddress a WHERE a.person_id = p.id);

INSERT INTO cases_deadline (id, created_at, changed_at, version, case_id, person_id, clock, starts_on,
    due_on, state, owner_id, created_by_id, pack_hash)
SELECT gen_random_uuid(), statement_timestamp(), statement_timestamp(), 1, r.case_id, r.person_id,
    'risk-review', (r.created_at AT TIME ZONE 'Europe/Oslo')::date, r.review_on, 'running', c.owner_id,
    r.created_by_id, ''
FROM (SELECT DISTINCT ON (x.person_id) x.* FROM cases_risk x
    ORDER BY x.person_id, x.created_at DESC) r
JOIN cases_case c ON c.id = r.case_id AND c.state = 'open' AND c.erased_at IS NULL;
