-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.bars_to_answer()
CREATE OR REPLACE FUNCTION gate.bars_to_answer()
 RETURNS TABLE(bar uuid, reference text, name text, added_by text, since timestamp with time zone, review_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT b.id, CASE WHEN c.unit_id = ANY (gate.led()) THEN c.reference END, m.name, adder.name,
        b.created_at, b.review_on
    FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation AND c.erased_at IS NULL
    JOIN public.access_bar b ON b.case_id = c.id
    JOIN public.access_member m ON m.id = b.member_id
    JOIN public.access_member adder ON adder.id = b.added_by_id
    WHERE a.role = 'leader' AND a.categories IS NULL AND a.member IN (SELECT gate.answerers(c.id))
    ORDER BY b.review_on, m.name
$function$;
GRANT EXECUTE ON FUNCTION gate.bars_to_answer() TO samvern_app;
