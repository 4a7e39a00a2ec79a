-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Answers from the guide: handed out once, to whoever brings the code, and gone.
CREATE FUNCTION gate.take_parcel(code bytea) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM public.cases_parcel
    WHERE code_hash = code AND expires_at > statement_timestamp() AND gate.opens('case')
    RETURNING answers_sealed
$$;

RESET ROLE;
