-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.answer_access(uuid,boolean)
CREATE OR REPLACE FUNCTION gate.answer_access(of_member uuid, agrees boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    m public.access_member;
    why text;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS DISTINCT FROM 'leader' OR who.categories IS NOT NULL
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes' THEN RETURN false; END IF;
    SELECT * INTO m FROM public.access_member x
    WHERE x.id = of_member AND x.organisation_id = who.organisation FOR UPDATE;
    why := gate.waits_for(m);
    IF m.id IS NULL OR why IS NULL OR NOT who.member IN (SELECT gate.confirmers(m.id))
        OR agrees AND gate.has_open_link(m.id) THEN RETURN false; END IF;
    IF agrees THEN
        UPDATE public.access_member x SET confirmed_at = statement_timestamp(),
            confirmed_by_id = who.member, renewed_at = NULL WHERE x.id = m.id;
        PERFORM gate.accept_secrets(m.id);
    ELSE
        UPDATE public.access_member x SET until = statement_timestamp() WHERE x.id = m.id;
        DELETE FROM gate.session s WHERE s.member_id = m.id;
        UPDATE gate.invitation i SET used_at = statement_timestamp()
        WHERE i.member_id = m.id AND i.used_at IS NULL;
    END IF;
    PERFORM gate.tell_of_access(m.id, CASE WHEN agrees THEN 'access-confirmed' ELSE 'access-refused' END, false);
    IF agrees THEN
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'member.confirm', 'object', m.id,
            'detail', jsonb_build_object('kind', why, 'role', m.role))));
    ELSE
        PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'member.refuse', 'object', m.id,
            'detail', jsonb_build_object('kind', why, 'role', m.role))));
    END IF;
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.answer_access(uuid,boolean) TO samvern_app;
