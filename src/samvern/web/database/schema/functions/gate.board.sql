-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board(text)
CREATE OR REPLACE FUNCTION gate.board(of_region text)
 RETURNS TABLE(line text, holder text, unit text, region text, kind text, age text, weeks integer, clock text, next_on date, exact boolean, overdue boolean, waits jsonb, waited integer, escalated boolean, reasons text[], rank integer, reference text, shared text[], asked_on date, answered_on date, answer text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET "TimeZone" TO 'Europe/Oslo'
AS $function$
    WITH people AS MATERIALIZED (SELECT * FROM gate.board_people(of_region)),
    today AS MATERIALIZED (SELECT statement_timestamp()::date AS day, statement_timestamp() AS moment),
    clocks AS (
        SELECT DISTINCT ON (p.person) p.person, d.clock, d.ends, d.passed FROM (
            SELECT x.case_id, x.person_id, x.clock, coalesce(x.extended_to, x.due_on) AS ends,
                coalesce(x.extended_to, x.due_on) < t.day
                    OR x.extended_to IS NULL AND x.due_at < t.moment AS passed
            FROM public.cases_deadline x, today t
            WHERE x.state = 'running' AND x.due_on IS NOT NULL
        ) d
        JOIN people p ON p.case_id = d.case_id
            AND (p.person = d.person_id OR d.person_id IS NULL AND p.number = 1)
        ORDER BY p.person, d.ends, d.clock
    ), waiting AS (
        SELECT p.person, min(w.since) AS since, bool_or(w.escalated) AS escalated,
            coalesce(bool_or(w.due < t.moment), false) AS late,
            jsonb_agg(jsonb_build_object('need', w.need, 'state', w.state, 'for', o.name,
                'weeks', (t.day - w.since::date) / 7, 'late', w.due < t.moment,
                'escalated', w.escalated) ORDER BY w.since) AS list
        FROM gate.board_waits() w
        JOIN people p ON p.case_id = w.case_id
            AND (p.person = w.person OR w.person IS NULL AND p.number = 1)
        LEFT JOIN public.access_organisation o ON o.id = w.receiver
        CROSS JOIN today t
        GROUP BY p.person
    ), ours AS (
        SELECT p.person, array_agg(DISTINCT k) AS categories FROM people p
        JOIN public.access_share h ON h.case_id = p.case_id AND h.organisation_id = p.viewer
            AND h.ended_at IS NULL
            AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
        CROSS JOIN LATERAL unnest(h.categories) k GROUP BY p.person
    ), asked AS (
        SELECT DISTINCT ON (n.person_id) n.person_id, n.created_at, n.state_since, n.state,
            s.reason
        FROM people p
        JOIN public.coordination_nudge n ON n.person_id = p.person AND n.organisation_id = p.viewer
        LEFT JOIN public.coordination_nudgestep s ON s.of_id = n.id
        ORDER BY n.person_id, n.created_at DESC
    ), judged AS (
        SELECT p.*, d.clock, d.ends, coalesce(d.passed, false) AS passed, w.list,
            abs(d.ends - t.day) <= 14 AS exact,
            (t.day - w.since::date) / 7 AS waited, coalesce(w.escalated, false) AS escalated,
            array_remove(ARRAY[
                CASE WHEN w.escalated THEN 'escalated' END,
                CASE WHEN d.passed THEN 'overdue' END,
                CASE WHEN w.late THEN 'late' END,
                CASE WHEN p.age <> 'adult' AND w.list IS NOT NULL THEN 'child_waits' END,
                CASE WHEN NOT d.passed AND d.ends <= t.day + 3 THEN 'soon' END,
                CASE WHEN w.since < t.moment - interval '14 days' THEN 'waits_long' END,
                CASE WHEN NOT d.passed AND d.ends BETWEEN t.day + 4 AND t.day + 14 THEN 'near' END,
                CASE WHEN d.ends IS NULL AND w.list IS NULL THEN 'nothing' END], NULL) AS why
        FROM people p CROSS JOIN today t
        LEFT JOIN clocks d ON d.person = p.person
        LEFT JOIN waiting w ON w.person = p.person
    )
    SELECT j.line, j.holder, u.name, j.region, j.kind, j.age,
        ((SELECT day FROM today) - j.opened::date) / 7,
        j.clock, CASE WHEN j.exact THEN j.ends ELSE date_trunc('week', j.ends::timestamp)::date END,
        j.exact, j.passed,
        coalesce(j.list, '[]'), j.waited, j.escalated, j.why,
        coalesce(array_position(ARRAY['escalated', 'overdue', 'late', 'child_waits', 'soon',
            'waits_long', 'near', 'nothing'], j.why[1]), 9),
        CASE WHEN o.categories IS NOT NULL THEN j.reference END, coalesce(o.categories, '{}'),
        a.created_at::date, CASE WHEN a.state = 'answered' THEN a.state_since::date END,
        CASE WHEN a.state = 'answered' THEN a.reason END
    FROM judged j
    JOIN public.access_unit u ON u.id = j.unit
    LEFT JOIN ours o ON o.person = j.person
    LEFT JOIN asked a ON a.person_id = j.person
$function$;
GRANT EXECUTE ON FUNCTION gate.board(text) TO samvern_app;
