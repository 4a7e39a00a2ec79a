-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.known_program(text,bytea)
CREATE OR REPLACE FUNCTION gate.known_program(of_client text, secret bytea)
 RETURNS TABLE(program uuid, member uuid, scopes text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    RETURN QUERY UPDATE public.coordination_program p SET used_at = statement_timestamp()
    FROM gate.program_secret s, public.access_organisation o, public.access_member m
    WHERE p.client_id = of_client AND p.state = 'active' AND s.program_id = p.id AND s.hash = secret
        AND o.id = p.organisation_id AND o.active AND m.id = p.member_id
        AND (m.until IS NULL OR m.until > statement_timestamp())
    RETURNING p.id, p.member_id,
        CASE WHEN s.waits OR m.confirmed_at IS NULL THEN '{}' ELSE p.scopes::text[] END;
END $function$;
GRANT EXECUTE ON FUNCTION gate.known_program(text,bytea) TO samvern_app;
