-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.invite_at_server(bytea,uuid,text,text,text,text)
CREATE OR REPLACE FUNCTION gate.invite_at_server(link bytea, of_organisation uuid, of_login text, of_name text, of_email text, of_role text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    person uuid;
    m public.access_member;
    other record;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.access_organisation o WHERE o.id = of_organisation AND o.active) THEN
        RETURN 'absent';
    ELSIF of_role NOT IN ('administrator', 'coordinator') THEN
        RETURN 'role';
    END IF;
    SELECT u.id INTO person FROM public.access_user u WHERE u.login = of_login;
    IF person IS NULL THEN
        IF of_name = '' THEN RETURN 'name'; END IF;
        person := gen_random_uuid();
        INSERT INTO public.access_user (id, login, password, is_active, synthetic, created_at)
        SELECT person, of_login, '!', true, o.synthetic, statement_timestamp()
        FROM public.access_organisation o WHERE o.id = of_organisation
        ON CONFLICT (login) DO NOTHING;
        IF NOT FOUND THEN RETURN 'taken'; END IF;
        INSERT INTO public.access_member (id, created_at, user_id, organisation_id, role, name, email, since)
        VALUES (gen_random_uuid(), statement_timestamp(), person, of_organisation, of_role, of_name, of_email,
            statement_timestamp()) RETURNING * INTO m;
        INSERT INTO gate.invitation VALUES (link, m.id, NULL, statement_timestamp() + interval '3 days');
        PERFORM audit.by_operator(of_organisation, jsonb_build_object('act', 'member.invite', 'object', m.id,
            'detail', jsonb_build_object('role', of_role)));
        RETURN 'made';
    END IF;
    SELECT * INTO m FROM public.access_member x
    WHERE x.user_id = person AND x.organisation_id = of_organisation AND x.role <> 'service'
        AND (x.until IS NULL OR x.until > statement_timestamp())
    ORDER BY x.role NOT IN ('administrator', 'coordinator') LIMIT 1;
    IF m.id IS NULL THEN
        RETURN 'taken';
    ELSIF m.role NOT IN ('administrator', 'coordinator') THEN
        RETURN 'role';
    END IF;
    UPDATE gate.invitation i SET used_at = statement_timestamp()
    FROM public.access_member x WHERE x.id = i.member_id AND x.user_id = person AND i.used_at IS NULL;
    INSERT INTO gate.invitation VALUES (link, m.id, NULL, statement_timestamp() + interval '3 days');
    -- The link renews her sign-in wherever she acts: each of those organisations is told.
    FOR other IN SELECT x.id, x.organisation_id FROM public.access_member x
        WHERE x.user_id = person AND (x.until IS NULL OR x.until > statement_timestamp())
    LOOP
        PERFORM gate.tell_of_access(other.id, 'access-renewed', true);
        PERFORM audit.by_operator(other.organisation_id, jsonb_build_object('act', 'member.renew',
            'object', other.id));
    END LOOP;
    RETURN 'renewed';
END $function$;
GRANT EXECUTE ON FUNCTION gate.invite_at_server(bytea,uuid,text,text,text,text) TO samvern_owner;
