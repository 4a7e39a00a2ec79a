-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_people(text)
CREATE OR REPLACE FUNCTION gate.board_people(of_region text)
 RETURNS TABLE(line text, person uuid, number smallint, age text, case_id uuid, kind text, opened timestamp with time zone, unit uuid, reference text, house uuid, holder text, region text, viewer uuid)
 LANGUAGE sql
 STABLE ROWS 20000
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$;
