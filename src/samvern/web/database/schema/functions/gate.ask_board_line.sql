-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ask_board_line(text)
CREATE OR REPLACE FUNCTION gate.ask_board_line(of_line text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT gate.spend('board.see', 1, NULL) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'board.line', gate.board_look(of_line));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'board.line', 'outcome', 'seen',
        'detail', jsonb_build_object('line', left(of_line, 20), 'rows', 1))));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.ask_board_line(text) TO samvern_app;
