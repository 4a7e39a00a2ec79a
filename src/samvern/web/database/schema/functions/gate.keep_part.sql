-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_part()
CREATE OR REPLACE FUNCTION gate.keep_part()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    row jsonb := to_jsonb(NEW);
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.coordination_conference f WHERE f.id = NEW.conference_id
            AND f.case_id = NEW.case_id AND f.state IN ('planned', 'held'))
        OR row ? 'seat_id' AND NOT EXISTS (SELECT 1 FROM public.coordination_seat s
            WHERE s.id = (row ->> 'seat_id')::uuid AND s.conference_id = NEW.conference_id
                AND s.receiver_id = (row ->> 'receiver_id')::uuid
                AND s.organisation_id = (row ->> 'organisation_id')::uuid)
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': not of this conference';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.keep_part() TO samvern_owner;
