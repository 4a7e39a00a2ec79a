-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_seat()
CREATE OR REPLACE FUNCTION gate.keep_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    f public.coordination_conference;
    m public.access_member;
BEGIN
    SELECT * INTO f FROM public.coordination_conference c WHERE c.id = NEW.conference_id;
    SELECT * INTO m FROM public.access_member p WHERE p.id = NEW.member_id;
    IF (f.case_id, f.organisation_id, m.organisation_id)
            IS DISTINCT FROM (NEW.case_id, NEW.organisation_id, NEW.receiver_id)
        OR f.state NOT IN ('planned', 'held') OR m.role NOT IN ('case_worker', 'leader')
        OR m.since > statement_timestamp() OR m.until <= statement_timestamp()
        OR EXISTS (SELECT 1 FROM public.access_bar b
            WHERE b.case_id = NEW.case_id AND b.member_id = m.id)
        OR NOT gate.carries(NEW, f, m)
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'coordination_seat: no share carries it';
    END IF;
    NEW.name := m.name;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.keep_seat() TO samvern_owner;
