-- SPDX-License-Identifier: EUPL-1.2
-- Which factors have no MAC of ours is worked out once a statement, not for each row.

GRANT SELECT ON public.mfa_authenticator TO samvern_gate;
CREATE POLICY samvern_gate ON public.mfa_authenticator FOR SELECT TO samvern_gate USING (true);

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.forged_factors() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(f.id), '{}') FROM public.mfa_authenticator f
    WHERE f.user_id = gate.self()
        AND f.mac IS DISTINCT FROM gate.factor_mac(f.user_id, f.type::text, f.data)
$$;
REVOKE ALL ON FUNCTION gate.forged_factors() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.forged_factors() TO samvern_app, samvern_owner;

RESET ROLE;

DROP POLICY self ON public.mfa_authenticator;
CREATE POLICY self ON public.mfa_authenticator TO samvern_app USING (user_id = (SELECT gate.self())
    AND id <> ALL ((SELECT gate.forged_factors())::bigint[]));

SET LOCAL ROLE samvern_gate;
DROP FUNCTION gate.factor_holds(uuid, text, jsonb, bytea);
RESET ROLE;
