-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.invite(bytea,text,text,text,text,uuid)
CREATE OR REPLACE FUNCTION gate.invite(link bytea, of_login text, of_name text, of_email text, of_role text, of_unit uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    person uuid := gen_random_uuid();
    made uuid := gen_random_uuid();
    attempt integer := 0;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'administrator' OR of_role = 'service' OR of_unit IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.access_unit u WHERE u.id = of_unit AND u.organisation_id = who.organisation
    ) OR of_login IS NULL OR length(of_login) > 140 OR of_login !~ '^[a-z0-9]+([.@+_-][a-z0-9]+)*$' THEN
        RETURN NULL;
    END IF;
    LOOP
        INSERT INTO public.access_user (id, login, password, is_active, synthetic, created_at)
        SELECT person, gate.with_digits(of_login, CASE WHEN attempt < 20 THEN 4 ELSE 8 END), '!', true,
            o.synthetic, statement_timestamp()
        FROM public.access_organisation o WHERE o.id = who.organisation
        ON CONFLICT (login) DO NOTHING;
        EXIT WHEN FOUND;
        attempt := attempt + 1;
    END LOOP;
    INSERT INTO public.access_member (id, created_at, user_id, organisation_id, unit_id, role, name, email,
        since, asked_by_id)
    VALUES (made, statement_timestamp(), person, who.organisation, of_unit, of_role, of_name, of_email,
        statement_timestamp(), who.member);
    INSERT INTO gate.invitation VALUES (link, made, who.member, statement_timestamp() + interval '3 days');
    RETURN made;
END $function$;
GRANT EXECUTE ON FUNCTION gate.invite(bytea,text,text,text,text,uuid) TO samvern_app;
