-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_seats(uuid,text)
CREATE OR REPLACE FUNCTION gate.tell_seats(of_conference uuid, what text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    told integer;
BEGIN
    IF what NOT IN ('conference-invited', 'conference-moved', 'conference-cancelled',
        'conference-minutes') THEN RETURN 0; END IF;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), f.case_id, s.member_id, what, f.id,
        concat_ws(':', what, s.id, f.moves,
            CASE WHEN what = 'conference-minutes' THEN f.state_since ELSE s.state_since END)
    FROM public.coordination_conference f
    JOIN public.coordination_seat s ON s.conference_id = f.id AND s.member_id <> gate.member()
        AND s.state = ANY (CASE what
            WHEN 'conference-invited' THEN ARRAY['invited'] WHEN 'conference-minutes' THEN ARRAY['came']
            ELSE ARRAY['invited', 'yes', 'maybe'] END)
    WHERE f.id = of_conference AND gate.case_in_hand(f.case_id)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_seats(uuid,text) TO samvern_app;
