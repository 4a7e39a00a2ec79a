-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.finish_thing(text,uuid,text[],text,uuid,timestamp with tim
CREATE OR REPLACE FUNCTION gate.finish_thing(kind text, of_thing uuid, moves text[], why text, mover uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    found jsonb;
    way gate.course;
    of_case text := '';
BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM public.%I t WHERE t.id = $1 FOR UPDATE', kind)
        INTO found USING of_thing;
    SELECT * INTO way FROM gate.course c
    WHERE c.thing = kind AND c.start = found ->> 'state' AND c.move = ANY (moves)
    ORDER BY array_position(moves, c.move), c.side LIMIT 1;
    IF way.thing IS NULL THEN RETURN false; END IF;
    EXECUTE format('UPDATE public.%I SET state = $1, state_since = $2 WHERE id = $3', kind)
        USING way.finish, at, of_thing;
    IF found ? 'case_id' THEN of_case := 'case_id, '; END IF;
    EXECUTE format('INSERT INTO public.%I (%sid, created_at, of_id, move, start, finish, side, reason, '
        'made_by_id) SELECT %sgen_random_uuid(), $1, $2, $3, $4, $5, ''gate'', $6, $7',
        kind || 'step', of_case, CASE WHEN of_case = '' THEN '' ELSE '$8::uuid, ' END)
        USING at, of_thing, way.move, way.start, way.finish,
            CASE WHEN way.reasoned THEN why ELSE '' END, mover, found ->> 'case_id';
    RETURN true;
END $function$;
