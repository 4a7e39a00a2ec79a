-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ask_board(text)
CREATE OR REPLACE FUNCTION gate.ask_board(of_region text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT gate.spend('board.see', 1, NULL) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'board.see', gate.board_look(of_region));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'board.see', 'outcome', 'seen',
        'detail', jsonb_build_object('region', of_region,
            'rows', (SELECT count(*) FROM gate.board_open(of_region))))));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.ask_board(text) TO samvern_app;
