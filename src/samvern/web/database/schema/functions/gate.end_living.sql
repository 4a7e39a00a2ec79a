-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_living(uuid,uuid,boolean)
CREATE OR REPLACE FUNCTION gate.end_living(of_case uuid, mover uuid, everything boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    k gate.living;
    one uuid;
BEGIN
    PERFORM 1 FROM public.access_share s WHERE s.case_id = of_case ORDER BY s.id FOR UPDATE;
    FOR k IN SELECT * FROM gate.living l ORDER BY l.place LOOP
        FOR one IN EXECUTE format(
            'SELECT t.id FROM public.%I t WHERE t.case_id = $1 AND (%s) AND ($2 OR NOT EXISTS ('
            'SELECT 1 FROM public.cases_aftercare a WHERE a.case_id = $1 AND a.thing_id = t.id '
            'AND a.ended_at IS NULL)) ORDER BY t.id', k.thing, k.alive) USING of_case, everything
        LOOP
            IF k.fate = 'kept' AND NOT everything THEN
                -- Whoever maintains the database is nobody who could name somebody.
                CONTINUE WHEN gate.member() IS NULL;
                RAISE EXCEPTION USING ERRCODE = 'SV424', MESSAGE = k.name;
            END IF;
            IF k.finish <> '' THEN EXECUTE k.finish USING one, mover, clock_timestamp(); END IF;
        END LOOP;
    END LOOP;
END $function$;
