-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.taken_parcel(bytea)
CREATE OR REPLACE FUNCTION gate.taken_parcel(code bytea)
 RETURNS bytea
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    DELETE FROM public.cases_parcel p
    WHERE p.code_hash = code AND p.expires_at > statement_timestamp() AND gate.opens('case')
        AND p.taken_by = gate.member() AND gate.told(p.taken_tx)
    RETURNING answers_sealed
$function$;
GRANT EXECUTE ON FUNCTION gate.taken_parcel(bytea) TO samvern_app;
