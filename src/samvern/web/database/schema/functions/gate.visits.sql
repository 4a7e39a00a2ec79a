-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.visits(uuid)
CREATE OR REPLACE FUNCTION gate.visits(of_member uuid DEFAULT NULL::uuid)
 RETURNS TABLE(handle uuid, device text, created_at timestamp with time zone, seen_at timestamp with time zone, is_this boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT v.handle, v.device, v.created_at, v.seen_at, v.token_hash =
        sha256(convert_to(nullif(current_setting('samvern.token', true), ''), 'UTF8'))
    FROM gate.acting() a
    JOIN gate.visit v ON gate.lives(v)
    LEFT JOIN gate.session s ON s.token_hash = v.token_hash
    LEFT JOIN public.access_member m ON m.id = s.member_id
    WHERE CASE WHEN of_member IS NULL THEN v.user_id = a.person
        ELSE a.role = 'administrator' AND m.id = of_member AND m.organisation_id = a.organisation END
    ORDER BY v.seen_at DESC
$function$;
GRANT EXECUTE ON FUNCTION gate.visits(uuid) TO samvern_app;
