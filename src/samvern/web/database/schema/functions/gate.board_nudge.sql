-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_nudge(text,boolean,text)
CREATE OR REPLACE FUNCTION gate.board_nudge(of_line text, holder boolean, said text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    found record;
    nudge uuid := gen_random_uuid();
    to_whom uuid;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT * INTO found FROM gate.board_people('') p WHERE p.line = of_line LIMIT 1;
    IF found.person IS NULL OR who.role <> 'coordinator' OR said NOT IN ('deadline', 'waiting', 'holder', 'contact') THEN
        RETURN 'absent';
    END IF;
    to_whom := CASE WHEN holder THEN found.house ELSE (
        SELECT w.receiver FROM gate.board_waits() w
        WHERE w.case_id = found.case_id AND w.receiver IS NOT NULL
            AND (w.person = found.person OR w.person IS NULL AND found.number = 1)
        ORDER BY w.since LIMIT 1) END;
    IF to_whom IS NULL THEN RETURN 'absent'; END IF;
    IF EXISTS (SELECT 1 FROM public.coordination_nudge n WHERE n.person_id = found.person
        AND n.organisation_id = who.organisation AND n.receiver_id = to_whom AND n.state = 'asked'
        AND n.created_at > statement_timestamp() - interval '3 days') THEN RETURN 'again'; END IF;
    INSERT INTO public.coordination_nudge (id, created_at, state, state_since, case_id, person_id,
        to_holder, text, organisation_id, created_by_id, receiver_id)
    VALUES (nudge, statement_timestamp(), 'asked', statement_timestamp(), found.case_id,
        found.person, holder, said, who.organisation, who.member, to_whom);
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), CASE WHEN holder THEN found.case_id END, m.id,
        CASE WHEN holder THEN 'coordinator-asks' ELSE 'coordinator-asks-you' END, nudge,
        'coordinator-asks:' || nudge
    FROM public.access_member m
    WHERE m.organisation_id = to_whom AND (m.until IS NULL OR m.until > statement_timestamp())
        AND m.role IN ('case_worker', 'leader')
        AND NOT EXISTS (SELECT 1 FROM public.access_bar b
            WHERE b.case_id = found.case_id AND b.member_id = m.id)
        AND (holder AND m.id = (SELECT c.owner_id FROM public.cases_case c WHERE c.id = found.case_id)
            OR m.role = 'leader' AND (NOT holder OR coalesce(m.unit_id, found.unit) = found.unit));
    RETURN 'sent';
END $function$;
GRANT EXECUTE ON FUNCTION gate.board_nudge(text,boolean,text) TO samvern_app;
