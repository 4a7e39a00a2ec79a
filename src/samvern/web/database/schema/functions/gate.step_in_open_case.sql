-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.step_in_open_case()
CREATE OR REPLACE FUNCTION gate.step_in_open_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    of_case uuid;
    found text;
    stands text;
BEGIN
    EXECUTE format('SELECT t.case_id FROM public.%I t WHERE t.id = $1', TG_ARGV[0])
        INTO of_case USING NEW.of_id;
    SELECT c.state INTO found FROM public.cases_case c WHERE c.id = of_case FOR SHARE;
    IF found IS DISTINCT FROM 'closed' OR EXISTS (
            SELECT 1 FROM public.cases_aftercare a
            WHERE a.case_id = of_case AND a.thing_id = NEW.of_id AND a.ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM gate.living l WHERE l.thing = TG_ARGV[0] AND NEW.move = ANY (l.still))
    THEN
        RETURN NEW;
    END IF;
    EXECUTE format('SELECT t.state FROM public.%I t WHERE t.id = $1', TG_ARGV[0])
        INTO stands USING NEW.of_id;
    IF EXISTS (SELECT 1 FROM gate.course c
            WHERE c.thing = TG_ARGV[0] AND c.move = NEW.move AND c.start = stands) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV423', MESSAGE = 'the case is closed';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.step_in_open_case() TO samvern_owner;
