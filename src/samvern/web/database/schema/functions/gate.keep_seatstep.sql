-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_seatstep()
CREATE OR REPLACE FUNCTION gate.keep_seatstep()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    s public.coordination_seat;
BEGIN
    SELECT * INTO s FROM public.coordination_seat x WHERE x.id = NEW.of_id;
    IF NEW.case_id <> s.case_id
        OR NEW.move IN ('accept', 'doubt', 'decline') AND NEW.made_by_id <> s.member_id
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'coordination_seat: not yours';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.keep_seatstep() TO samvern_owner;
