-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.confirm_first(uuid,text,text)
CREATE OR REPLACE FUNCTION gate.confirm_first(of_member uuid, of_owner text, of_second text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    m public.access_member;
    names text[] := ARRAY[lower(trim(of_owner)), lower(trim(of_second))];
BEGIN
    SELECT * INTO m FROM public.access_member x WHERE x.id = of_member FOR UPDATE;
    IF m.id IS NULL OR gate.waits_for(m) IS NULL OR m.role = 'service' THEN RETURN 'absent'; END IF;
    IF EXISTS (SELECT 1 FROM gate.confirmers(m.id)) THEN RETURN 'leader'; END IF;
    IF gate.has_open_link(m.id) THEN RETURN 'link'; END IF;
    IF names[1] = names[2] OR lower(m.name) = ANY (names) OR least(length(names[1]), length(names[2])) < 3 THEN
        RETURN 'names';
    END IF;
    UPDATE public.access_member x SET confirmed_at = statement_timestamp(), renewed_at = NULL
    WHERE x.id = m.id;
    PERFORM gate.tell_of_access(m.id, 'access-confirmed', false);
    PERFORM audit.by_operator(m.organisation_id, jsonb_build_object('act', 'member.confirm_first',
        'object', m.id, 'detail', jsonb_build_object('role', m.role,
            'owner', trim(of_owner), 'second', trim(of_second))));
    RETURN 'confirmed';
END $function$;
GRANT EXECUTE ON FUNCTION gate.confirm_first(uuid,text,text) TO samvern_owner;
