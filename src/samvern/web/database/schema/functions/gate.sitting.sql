-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.sitting()
CREATE OR REPLACE FUNCTION gate.sitting()
 RETURNS TABLE(seat uuid, conference uuid, categories text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT s.id, s.conference_id, h.categories::text[]
    FROM gate.acting() a
    JOIN public.coordination_seat s ON s.member_id = a.member
        AND s.state IN ('invited', 'yes', 'maybe', 'came')
    JOIN public.coordination_conference f ON f.id = s.conference_id AND f.state <> 'cancelled'
    JOIN public.access_share h ON h.id = s.share_id AND h.case_id = s.case_id
        AND h.organisation_id = a.organisation
        AND (h.unit_id IS NULL OR h.unit_id = a.unit OR a.role = 'leader' AND a.unit IS NULL)
        AND h.ended_at IS NULL
        AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
    WHERE a.role IN ('case_worker', 'leader') AND s.case_id <> ALL (gate.barred())
    UNION ALL
    SELECT s.id, s.conference_id, ARRAY['case', 'identity', 'assessment', 'rights', 'assistance',
        'plan', 'notes', 'documents', 'consent']
    FROM gate.acting() a
    JOIN public.coordination_seat s ON s.member_id = a.member AND s.receiver_id = s.organisation_id
        AND s.state IN ('invited', 'yes', 'maybe', 'came')
    WHERE gate.has_case(a.member, s.case_id)
$function$;
