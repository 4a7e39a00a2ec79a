-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.waits_for(access_member)
CREATE OR REPLACE FUNCTION gate.waits_for(m access_member)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT CASE WHEN m.until <= statement_timestamp() THEN NULL
        WHEN u.login LIKE 'program.%' THEN CASE WHEN m.confirmed_at IS NULL THEN 'program'
            WHEN gate.has_new_secret(m.id) THEN 'secret' END
        WHEN m.confirmed_at IS NOT NULL OR m.role NOT IN ('case_worker', 'leader') THEN NULL
        WHEN m.renewed_at IS NOT NULL THEN 'renewal'
        ELSE 'membership' END
    FROM public.access_user u WHERE u.id = m.user_id
$function$;
