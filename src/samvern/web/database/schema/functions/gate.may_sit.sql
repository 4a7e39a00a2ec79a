-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.may_sit(uuid)
CREATE OR REPLACE FUNCTION gate.may_sit(of_case uuid)
 RETURNS TABLE(member uuid, name text, unit text, organisation uuid, house text, share uuid, purpose text, categories text[], until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    WITH doors AS (
        SELECT h.id, h.organisation_id, h.unit_id, h.purpose, h.categories::text[] AS categories,
            h.until, false AS own
        FROM public.access_share h
        WHERE h.case_id = of_case AND h.ended_at IS NULL
            AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
        UNION ALL
        SELECT NULL, c.organisation_id, NULL, '', '{}', NULL, true FROM public.cases_case c
        WHERE c.id = of_case
    )
    SELECT m.id, m.name, u.name, o.id, o.name, d.id, d.purpose, d.categories, d.until
    FROM doors d
    JOIN public.access_organisation o ON o.id = d.organisation_id AND o.active
    JOIN public.access_member m ON m.organisation_id = o.id AND m.role IN ('case_worker', 'leader')
        AND m.since <= statement_timestamp() AND (m.until IS NULL OR m.until > statement_timestamp())
        AND CASE WHEN d.own THEN gate.has_case(m.id, of_case)
            ELSE d.unit_id IS NULL OR d.unit_id = m.unit_id OR m.role = 'leader' AND m.unit_id IS NULL
            END
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    WHERE gate.case_in_hand(of_case) AND NOT EXISTS (SELECT 1 FROM public.access_bar b
        WHERE b.case_id = of_case AND b.member_id = m.id)
    ORDER BY d.own DESC, o.name, m.name, d.until DESC
$function$;
GRANT EXECUTE ON FUNCTION gate.may_sit(uuid) TO samvern_app;
