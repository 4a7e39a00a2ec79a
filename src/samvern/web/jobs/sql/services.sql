-- SPDX-License-Identifier: EUPL-1.2
-- The members jobs act as: one for each organisation, made the first time it is asked for. Nobody
-- can sign in as one, and only a program that holds the gate's secret can open a session for it.
CREATE POLICY services ON access_member FOR INSERT TO samvern_gate WITH CHECK (role = 'service');
GRANT INSERT ON access_user, access_member TO samvern_gate;
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.services() RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    lacking record;
    person uuid;
BEGIN
    FOR lacking IN
        SELECT o.id, o.synthetic FROM public.access_organisation o
        WHERE o.active AND NOT EXISTS (
            SELECT 1 FROM public.access_member m
            WHERE m.organisation_id = o.id AND m.role = 'service' AND m.until IS NULL)
    LOOP
        person := gen_random_uuid();
        INSERT INTO public.access_user (id, login, password, is_active, synthetic, created_at)
        VALUES (person, 'service.' || lacking.id, '!', true, lacking.synthetic, statement_timestamp());
        INSERT INTO public.access_member (id, created_at, user_id, organisation_id, role, name, email, since)
        VALUES (gen_random_uuid(), statement_timestamp(), person, lacking.id, 'service', 'Samvern', '',
            statement_timestamp());
    END LOOP;
    RETURN QUERY
        SELECT DISTINCT ON (m.organisation_id) m.id FROM public.access_member m
        JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
        WHERE m.role = 'service' AND m.until IS NULL ORDER BY m.organisation_id, m.id;
END $$;
GRANT EXECUTE ON FUNCTION gate.services TO samvern_app;
RESET ROLE;
