-- SPDX-License-Identifier: EUPL-1.2
-- A member writes her own number at work, and nothing else of her membership.
GRANT UPDATE (phone) ON access_member TO samvern_gate;
CREATE POLICY samvern_gate_phone ON access_member FOR UPDATE TO samvern_gate USING (true);
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.write_phone(number text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH written AS (
        UPDATE public.access_member m SET phone = left(number, 40) FROM gate.acting() a
        WHERE m.id = a.member AND a.role <> 'program' RETURNING 1)
    SELECT count(*) = 1 FROM written
$$;
GRANT EXECUTE ON FUNCTION gate.write_phone TO samvern_app;
RESET ROLE;
