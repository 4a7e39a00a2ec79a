-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reads_question(uuid)
CREATE OR REPLACE FUNCTION gate.reads_question(of_question uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM gate.acting() a JOIN public.contacts_question q ON q.id = of_question
        WHERE (a.role IN ('case_worker', 'leader') OR a.role = 'program'
            AND gate.scopes() && ARRAY['guidance:read', 'guidance:write']) AND gate.opens('case')
        AND q.id <> ALL (gate.barred_questions())
        AND (
            q.organisation_id = a.organisation AND (
                q.created_by_id = a.member OR q.unit_id = ANY (gate.led())
                OR q.circle = 'unit' AND q.unit_id = ANY (gate.units())
                OR EXISTS (SELECT 1 FROM public.contacts_origin o
                    WHERE o.question_id = q.id AND gate.sees(o.case_id, 'case')))
            OR q.receiver_id = a.organisation AND q.state <> 'withdrawn'
                AND (q.receiver_unit_id = a.unit OR a.role = 'program'
                    OR a.role = 'leader' AND a.unit IS NULL)))
$function$;
GRANT EXECUTE ON FUNCTION gate.reads_question(uuid) TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.reads_question(uuid) TO samvern_audit;
GRANT EXECUTE ON FUNCTION gate.reads_question(uuid) TO samvern_owner;
