-- SPDX-License-Identifier: EUPL-1.2
-- What an organisation is called and where it works decides what others tell it and what its
-- coordinator sees: whoever answers for the installation changes it, as the owner of the database.

REVOKE UPDATE (name), UPDATE (region) ON TABLE public.access_organisation FROM samvern_app;
DROP POLICY update_samvern_app ON public.access_organisation;

SET LOCAL ROLE samvern_audit;

-- A line of what was done at the server for an organisation, by whoever answers for it there.
CREATE FUNCTION audit.by_operator(of_organisation uuid, entry jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
BEGIN
    SELECT NULL::uuid AS member, of_organisation AS organisation, 'operator'::text AS role INTO who;
    PERFORM audit.add(of_organisation, who, entry);
END $$;
REVOKE ALL ON FUNCTION audit.by_operator(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.by_operator(uuid, jsonb) TO samvern_owner, samvern_gate;

RESET ROLE;
