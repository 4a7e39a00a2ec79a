-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.at_the_table(uuid)
CREATE OR REPLACE FUNCTION gate.at_the_table(of_conference uuid)
 RETURNS TABLE(organisation text, categories text[], until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT o.name, array_agg(DISTINCT k), max(h.until)
    FROM public.coordination_conference f
    JOIN public.coordination_seat s ON s.conference_id = f.id
        AND s.state IN ('invited', 'yes', 'maybe', 'came')
    JOIN public.access_share h ON h.id = s.share_id AND h.ended_at IS NULL
        AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
    JOIN public.access_organisation o ON o.id = s.receiver_id
    CROSS JOIN LATERAL unnest(h.categories) k
    WHERE f.id = of_conference AND gate.opens('case')
        AND (gate.reads_conference(f.id) OR gate.case_in_hand(f.case_id))
    GROUP BY o.name ORDER BY o.name
$function$;
GRANT EXECUTE ON FUNCTION gate.at_the_table(uuid) TO samvern_app;
