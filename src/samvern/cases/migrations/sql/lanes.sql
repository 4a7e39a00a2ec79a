-- SPDX-License-Identifier: EUPL-1.2

-- Answers from the guide, left by anybody for 24 hours; what is worn out goes at the same time.
-- The room is divided into lanes: whoever fills one keeps out 1 in 256 of the others.
SET LOCAL ROLE samvern_gate;

DROP FUNCTION gate.leave_parcel(parcel uuid, code bytea, answers bytea);

CREATE FUNCTION gate.leave_parcel(parcel uuid, code bytea, answers bytea, kept_in integer)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;
REVOKE ALL ON FUNCTION gate.leave_parcel(uuid, bytea, bytea, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.leave_parcel(uuid, bytea, bytea, integer) TO samvern_app;

RESET ROLE;
