-- SPDX-License-Identifier: EUPL-1.2
-- The heads of all chains, to be signed outside the database, and the hash of one line, to compare
-- with what was signed. Both are hashes: they tell nothing of what was done.
SET LOCAL ROLE samvern_audit;
CREATE FUNCTION audit.heads() RETURNS TABLE (chain uuid, number bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT h.chain, h.number, h.hash FROM audit.head h ORDER BY h.chain
$$;
CREATE FUNCTION audit.hash_of(of_chain uuid, of_number bigint) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.hash FROM audit.line l WHERE l.chain = of_chain AND l.number = of_number
$$;
GRANT EXECUTE ON FUNCTION audit.heads, audit.hash_of TO samvern_app, samvern_backup;
RESET ROLE;
