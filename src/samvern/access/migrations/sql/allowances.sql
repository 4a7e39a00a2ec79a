-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Which acts have an allowance; how large it is, nobody needs to read.
CREATE FUNCTION gate.acts_with_allowance() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT a.what FROM gate.allowance a ORDER BY a.what
$$;
REVOKE ALL ON FUNCTION gate.acts_with_allowance() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.acts_with_allowance() TO samvern_app, samvern_owner;

RESET ROLE;
