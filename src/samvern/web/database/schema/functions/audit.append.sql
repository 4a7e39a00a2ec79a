-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.append(jsonb)
CREATE OR REPLACE FUNCTION audit.append(entries jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    todo record;
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    SELECT * INTO who FROM gate.acting();
    -- Chains in one order, whoever writes: two requests never wait for each other in a ring.
    FOR todo IN
        SELECT e.place, e.entry, t.chain FROM jsonb_array_elements(entries) WITH ORDINALITY e (entry, place)
        LEFT JOIN public.cases_case c ON c.id = (e.entry ->> 'case')::uuid
        CROSS JOIN LATERAL (
            SELECT coalesce(who.organisation, nobody) AS chain
            UNION SELECT c.organisation_id WHERE c.organisation_id IS NOT NULL
        ) t
        ORDER BY t.chain, e.place
    LOOP
        PERFORM audit.add(todo.chain, who, todo.entry);
    END LOOP;
END $function$;
GRANT EXECUTE ON FUNCTION audit.append(jsonb) TO samvern_app;
GRANT EXECUTE ON FUNCTION audit.append(jsonb) TO samvern_gate;
