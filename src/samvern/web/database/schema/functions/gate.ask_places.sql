-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.ask_places(timestamp with time zone,timestamp with time zo
CREATE OR REPLACE FUNCTION gate.ask_places(since timestamp with time zone, until timestamp with time zone, avoid text[], for_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    of_case uuid := CASE WHEN gate.sees(for_case, 'case') THEN for_case END;
BEGIN
    IF NOT gate.spend('place.search', 1, of_case) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'place.search', gate.place_search(since, until, avoid));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'place.search',
        'outcome', 'seen', 'case', of_case, 'detail', jsonb_build_object(
            'rows', (SELECT count(*) FROM gate.rooms_free(since, until, avoid))))));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.ask_places(timestamp with time zone,timestamp with time zone,text[],uuid) TO samvern_app;
