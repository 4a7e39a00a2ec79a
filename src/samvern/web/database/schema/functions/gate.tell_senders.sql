-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_senders(referrals_sending,text,text)
CREATE OR REPLACE FUNCTION gate.tell_senders(s referrals_sending, what text, again text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), s.case_id, m.id, what, s.id,
        what || ':' || s.id || again
    FROM public.access_member m JOIN public.cases_case c ON c.id = s.case_id
    WHERE m.id IN (s.created_by_id, c.owner_id)
        AND (m.until IS NULL OR m.until > statement_timestamp())
    ON CONFLICT DO NOTHING
$function$;
