-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_aftercare()
CREATE OR REPLACE FUNCTION gate.keep_aftercare()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    k gate.living;
    lives boolean;
BEGIN
    IF NOT coalesce(gate.works_on(NEW.member_id, NEW.case_id), false) THEN
        RAISE insufficient_privilege USING MESSAGE = 'cases_aftercare: the case is not hers';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_at IS NOT NULL THEN
            RAISE check_violation USING MESSAGE = 'cases_aftercare: it has ended';
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO k FROM gate.living l WHERE l.name = NEW.kind AND l.fate <> 'ends';
    IF k.name IS NULL THEN
        RAISE check_violation USING MESSAGE = 'cases_aftercare: this does not go on';
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I t WHERE t.id = $1 AND t.case_id = $2 AND (%s))',
        k.thing, k.alive) INTO lives USING NEW.thing_id, NEW.case_id;
    IF NOT lives THEN RAISE check_violation USING MESSAGE = 'cases_aftercare: it is not alive'; END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.keep_aftercare() TO samvern_owner;
