-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.waiting_questions()
CREATE OR REPLACE FUNCTION gate.waiting_questions()
 RETURNS TABLE(desk text, topic text, state text, asked_on date, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT d.name, q.topic, q.state, (q.created_at AT TIME ZONE 'Europe/Oslo')::date, q.due_on
    FROM gate.acting() a JOIN public.contacts_question q ON a.role = 'coordinator'
        AND q.state IN ('asked', 'taken', 'more_asked', 'more_told')
    JOIN public.contacts_desk d ON d.id = q.desk_id
    ORDER BY q.due_on, q.created_at LIMIT 500
$function$;
GRANT EXECUTE ON FUNCTION gate.waiting_questions() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.waiting_questions() TO samvern_owner;
