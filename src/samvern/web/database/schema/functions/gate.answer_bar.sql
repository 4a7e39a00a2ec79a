-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.answer_bar(uuid,boolean)
CREATE OR REPLACE FUNCTION gate.answer_bar(of_bar uuid, keeps boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    b public.access_bar;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF keeps IS NULL OR who.role IS DISTINCT FROM 'leader' OR who.categories IS NOT NULL
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes' THEN RETURN false; END IF;
    SELECT * INTO b FROM public.access_bar x WHERE x.id = of_bar FOR UPDATE;
    IF b.id IS NULL OR NOT who.member IN (SELECT gate.answerers(b.case_id)) THEN RETURN false; END IF;
    IF keeps THEN
        UPDATE public.access_bar x SET review_on = (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date + 182
        WHERE x.id = b.id;
        PERFORM audit.append(jsonb_build_array(
            jsonb_build_object('act', 'team.bar_keep', 'case', b.case_id, 'object', b.member_id)));
    ELSE
        DELETE FROM public.access_bar x WHERE x.id = b.id;
        PERFORM audit.append(jsonb_build_array(
            jsonb_build_object('act', 'team.bar_end', 'case', b.case_id, 'object', b.member_id)));
    END IF;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), b.case_id, t.id,
        CASE WHEN keeps THEN 'bar-kept' ELSE 'bar-ended' END, b.id,
        concat_ws(':', 'bar-answered', b.id, extract(epoch FROM statement_timestamp()))
    FROM (SELECT gate.leaders_of(b.case_id) UNION SELECT b.added_by_id
        WHERE gate.works_on(b.added_by_id, b.case_id)) t (id)
    WHERE t.id NOT IN (who.member, b.member_id) ON CONFLICT DO NOTHING;
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.answer_bar(uuid,boolean) TO samvern_app;
