-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- The people of the board, before anybody has asked to look at it.
CREATE FUNCTION gate.board_open(of_region text) RETURNS TABLE (
    person uuid, number smallint, age text, case_id uuid, kind text, opened timestamptz,
    unit uuid, reference text, house uuid, holder text, region text, viewer uuid)
LANGUAGE sql STABLE ROWS 20000 SET search_path = pg_catalog AS $$
    WITH houses AS MATERIALIZED (
        SELECT h.* FROM gate.board_houses(of_region) h WHERE h.shows = 'lines'
    ), barred AS MATERIALIZED (SELECT gate.barred() AS ids)
    SELECT p.id, p.number, CASE WHEN p.age_seen = 'unknown' THEN p.age_told ELSE p.age_seen END,
        c.id, c.kind, c.created_at, c.unit_id, c.reference #>> '{}', h.id, h.name, h.region, h.viewer
    FROM houses h
    JOIN public.cases_case c ON c.organisation_id = h.id AND c.state = 'open'
        AND c.erased_at IS NULL
    JOIN public.cases_person p ON p.case_id = c.id
    WHERE c.id <> ALL ((SELECT ids FROM barred)::uuid[])
        AND (p.own_case_id IS NULL OR NOT EXISTS (SELECT 1 FROM public.cases_case k
            WHERE k.id = p.own_case_id AND k.state = 'open' AND k.erased_at IS NULL))
$$;

-- What a look at the board, or at one line, is kept as.
CREATE FUNCTION gate.board_look(of_what text) RETURNS uuid
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$ SELECT md5(of_what)::uuid $$;

-- The people of the board that the actor asked to look at: all of it, or one line.
CREATE OR REPLACE FUNCTION gate.board_people(of_region text) RETURNS TABLE (
    line text, person uuid, number smallint, age text, case_id uuid, kind text, opened timestamptz,
    unit uuid, reference text, house uuid, holder text, region text, viewer uuid)
LANGUAGE sql STABLE ROWS 20000 SET search_path = pg_catalog AS $$
    WITH looks AS MATERIALIZED (
        SELECT gate.board_look(of_region) = ANY (gate.looked_at('board.see')) AS at_all,
            gate.looked_at('board.line') AS at_lines
    )
    SELECT upper(substr(n.hex, 1, 4) || '.' || substr(n.hex, 5, 4) || '.' || substr(n.hex, 9, 4)), b.*
    FROM looks k
    JOIN gate.board_open(of_region) b ON k.at_all OR cardinality(k.at_lines) > 0
    CROSS JOIN gate.board_secret s
    CROSS JOIN LATERAL (SELECT encode(
        sha256(s.value || sha256(s.value || uuid_send(b.viewer) || uuid_send(b.person))), 'hex')) n (hex)
    WHERE k.at_all OR gate.board_look(upper(substr(n.hex, 1, 4) || '.' || substr(n.hex, 5, 4)
        || '.' || substr(n.hex, 9, 4))) = ANY (k.at_lines)
$$;

-- Ask to look at the board; it is counted and told, and opens once this is committed.
CREATE FUNCTION gate.ask_board(of_region text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT gate.spend('board.see', 1, NULL) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'board.see', gate.board_look(of_region));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'board.see', 'outcome', 'seen',
        'detail', jsonb_build_object('region', of_region,
            'rows', (SELECT count(*) FROM gate.board_open(of_region))))));
    RETURN true;
END $$;

CREATE FUNCTION gate.ask_board_line(of_line text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT gate.spend('board.see', 1, NULL) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'board.line', gate.board_look(of_line));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'board.line', 'outcome', 'seen',
        'detail', jsonb_build_object('line', left(of_line, 20), 'rows', 1))));
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION gate.board_counts(of_region text)
RETURNS TABLE (holder text, region text, shows text, people integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH houses AS MATERIALIZED (
        SELECT * FROM gate.board_houses(of_region)
        WHERE gate.board_look(of_region) = ANY ((SELECT gate.looked_at('board.see'))::uuid[])
    ),
    barred AS MATERIALIZED (SELECT gate.barred() AS ids),
    counted AS (
        SELECT c.organisation_id AS house, count(*)::integer AS people,
            (count(*) FILTER (WHERE c.id <> ALL ((SELECT ids FROM barred)::uuid[])))::integer AS seen
        FROM public.cases_case c JOIN public.cases_person p ON p.case_id = c.id
        WHERE c.state = 'open' AND c.erased_at IS NULL
            AND c.organisation_id IN (SELECT id FROM houses)
            AND (p.own_case_id IS NULL OR NOT EXISTS (SELECT 1 FROM public.cases_case k
                WHERE k.id = p.own_case_id AND k.state = 'open' AND k.erased_at IS NULL))
        GROUP BY c.organisation_id
    )
    SELECT h.name, h.region, h.shows, CASE WHEN h.shows = 'lines' THEN coalesce(n.seen, 0)
        WHEN n.people >= 5 THEN n.people END
    FROM houses h LEFT JOIN counted n ON n.house = h.id
    WHERE h.shows <> 'nothing' ORDER BY h.name
$$;

REVOKE ALL ON FUNCTION gate.board_open(of_region text) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.board_look(of_what text) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.ask_board(of_region text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.ask_board(of_region text) TO samvern_app;
REVOKE ALL ON FUNCTION gate.ask_board_line(of_line text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.ask_board_line(of_line text) TO samvern_app;

RESET ROLE;
