-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.take_parcel(bytea)
CREATE OR REPLACE FUNCTION gate.take_parcel(code bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.cases_parcel p SET taken_by = gate.member(), taken_tx = pg_current_xact_id()
    WHERE p.code_hash = code AND p.expires_at > statement_timestamp() AND gate.opens('case')
        AND coalesce(p.taken_by, gate.member()) = gate.member();
    IF FOUND THEN PERFORM audit.append('[{"act": "parcel.take"}]'); END IF;
END $function$;
GRANT EXECUTE ON FUNCTION gate.take_parcel(bytea) TO samvern_app;
