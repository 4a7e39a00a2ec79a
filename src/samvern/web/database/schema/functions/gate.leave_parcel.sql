-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.leave_parcel(uuid,bytea,bytea,integer)
CREATE OR REPLACE FUNCTION gate.leave_parcel(parcel uuid, code bytea, answers bytea, kept_in integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM public.cases_parcel WHERE expires_at <= statement_timestamp();
    PERFORM pg_advisory_xact_lock(hashtext('samvern parcel'), kept_in);
    IF octet_length(code) <> 32 OR octet_length(answers) NOT BETWEEN 30 AND 16384
        OR kept_in NOT BETWEEN 0 AND 255
        OR (SELECT count(*) FROM public.cases_parcel WHERE lane = kept_in) >= 78
    THEN RETURN false; END IF;
    INSERT INTO public.cases_parcel (id, created_at, code_hash, answers_sealed, expires_at, lane)
    VALUES (parcel, statement_timestamp(), code, answers,
        statement_timestamp() + interval '24 hours', kept_in);
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.leave_parcel(uuid,bytea,bytea,integer) TO samvern_app;
