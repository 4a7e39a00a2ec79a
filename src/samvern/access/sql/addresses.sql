-- SPDX-License-Identifier: EUPL-1.2
-- Protected addresses she may read: those she recorded, and those she is named on by one reader
-- and approved for by another. No role, team, share or emergency adds to this list.
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.addresses() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(id), '{}') FROM (
        SELECT p.id FROM gate.acting() a
        JOIN public.identity_protectedaddress p ON p.created_by_id = a.member
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT r.address_id FROM gate.acting() a
        JOIN public.identity_addressreader r ON r.member_id = a.member AND r.ended_at IS NULL
            AND r.approved_by_id IS NOT NULL
        WHERE a.role IN ('case_worker', 'leader')
    ) named
$$;
GRANT EXECUTE ON FUNCTION gate.addresses TO samvern_app, samvern_owner;
RESET ROLE;
