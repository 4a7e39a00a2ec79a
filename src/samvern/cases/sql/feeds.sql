-- SPDX-License-Identifier: EUPL-1.2
-- Whose calendar a secret opens: found by its hash alone, and nothing else about her is told.
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.read_feed(secret_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT f.member_id FROM public.cases_feed f WHERE f.secret_hash = read_feed.secret_hash
$$;
GRANT EXECUTE ON FUNCTION gate.read_feed TO samvern_app;
RESET ROLE;
