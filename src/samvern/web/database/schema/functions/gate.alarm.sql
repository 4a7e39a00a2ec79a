-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.alarm(text)
CREATE OR REPLACE FUNCTION gate.alarm(item text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), m.id, 'allowance', a.member,
        concat_ws(':', 'allowance', item, a.member,
            (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date)
    FROM gate.acting() a
    JOIN public.access_member m ON m.organisation_id = a.organisation AND m.user_id <> a.person
    WHERE (m.until IS NULL OR m.until > statement_timestamp())
      AND (m.role = 'auditor' OR m.role = 'leader' AND coalesce(m.unit_id = a.unit, true))
    ON CONFLICT DO NOTHING
$function$;
