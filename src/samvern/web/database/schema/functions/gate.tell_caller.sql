-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_caller()
CREATE OR REPLACE FUNCTION gate.tell_caller()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), f.case_id,
        gate.answerer(f.case_id, f.created_by_id),
        'conference-answered', f.id, 'conference-answered:' || NEW.id
    FROM public.coordination_seat s
    JOIN public.coordination_conference f ON f.id = s.conference_id
    WHERE s.id = NEW.of_id AND gate.answerer(f.case_id, f.created_by_id) <> NEW.made_by_id;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_caller() TO samvern_owner;
