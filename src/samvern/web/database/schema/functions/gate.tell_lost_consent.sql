-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_lost_consent(uuid,text,uuid)
CREATE OR REPLACE FUNCTION gate.tell_lost_consent(of_case uuid, what text, of_thing uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), c.id, m.id, what, of_thing, what || ':' || of_thing
    FROM public.cases_case c JOIN public.access_member m ON m.organisation_id = c.organisation_id
        AND (m.id = c.owner_id OR m.role = 'leader' AND coalesce(m.unit_id, c.unit_id) = c.unit_id)
    WHERE c.id = of_case AND (m.until IS NULL OR m.until > statement_timestamp())
        AND NOT EXISTS (SELECT 1 FROM public.access_bar b
            WHERE b.member_id = m.id AND b.case_id = c.id)
    ON CONFLICT DO NOTHING
$function$;
