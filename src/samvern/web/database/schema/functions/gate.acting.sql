-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.acting()
CREATE OR REPLACE FUNCTION gate.acting(OUT member uuid, OUT organisation uuid, OUT unit uuid, OUT role text, OUT categories text[], OUT authenticated_at timestamp with time zone, OUT person uuid)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT m.id, m.organisation_id, m.unit_id,
        CASE WHEN m.confirmed_at IS NULL
                AND (m.role IN ('case_worker', 'leader') OR u.login LIKE 'program.%') THEN 'waiting'
            WHEN m.role = 'service' AND u.login LIKE 'program.%' THEN 'program' ELSE m.role END,
        s.categories, s.authenticated_at, m.user_id
    FROM gate.session s
    JOIN public.access_member m ON m.id = s.member_id
    JOIN public.access_organisation o ON o.id = m.organisation_id AND o.active
        AND (m.role <> 'coordinator' OR o.kind = 'coordination')
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
      AND s.expires_at > statement_timestamp()
      AND m.since <= statement_timestamp()
      AND (m.until IS NULL OR m.until > statement_timestamp())
$function$;
GRANT EXECUTE ON FUNCTION gate.acting() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.acting() TO samvern_audit;
