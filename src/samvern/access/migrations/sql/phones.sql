-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.write_phone(number text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH written AS (
        UPDATE public.access_member m SET phone = left(number, 40) FROM gate.acting() a
        WHERE m.id = a.member AND a.role <> 'program' RETURNING 1)
    SELECT count(*) = 1 FROM written
$$;

RESET ROLE;
