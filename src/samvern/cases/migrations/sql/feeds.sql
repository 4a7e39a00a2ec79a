-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.read_feed(secret_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT f.member_id FROM public.cases_feed f WHERE f.secret_hash = read_feed.secret_hash
$$;

RESET ROLE;
