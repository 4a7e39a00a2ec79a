-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forged_factors()
CREATE OR REPLACE FUNCTION gate.forged_factors()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(f.id), '{}') FROM public.mfa_authenticator f
    WHERE f.user_id = gate.self()
        AND f.mac IS DISTINCT FROM gate.factor_mac(f.user_id, f.type::text, f.data)
$function$;
GRANT EXECUTE ON FUNCTION gate.forged_factors() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.forged_factors() TO samvern_owner;
