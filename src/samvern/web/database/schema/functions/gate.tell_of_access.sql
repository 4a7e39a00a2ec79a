-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_of_access(uuid,text,boolean)
CREATE OR REPLACE FUNCTION gate.tell_of_access(of_member uuid, of_kind text, to_leaders boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), t.id, t.kind, of_member,
        concat_ws(':', t.kind, of_member, extract(epoch FROM statement_timestamp()))
    FROM public.access_member m
    JOIN LATERAL (
        SELECT m.id, of_kind || '-you' AS kind WHERE m.role <> 'service'
        UNION SELECT l.id, of_kind FROM gate.confirmers(m.id) l (id) WHERE to_leaders
        UNION SELECT m.asked_by_id, of_kind WHERE NOT to_leaders AND m.asked_by_id IS NOT NULL
        UNION SELECT a.id, of_kind FROM public.access_member a
            WHERE a.organisation_id = m.organisation_id AND a.role = 'auditor'
                AND (a.until IS NULL OR a.until > statement_timestamp())
    ) t ON true
    WHERE m.id = of_member
    ON CONFLICT DO NOTHING
$function$;
