-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.follow_state()
CREATE OR REPLACE FUNCTION gate.follow_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NEW.state = 'closed' THEN
        PERFORM gate.end_living(NEW.id, coalesce(gate.member(), NEW.owner_id), false);
    ELSE
        UPDATE public.cases_aftercare SET ended_at = statement_timestamp()
        WHERE case_id = NEW.id AND ended_at IS NULL;
    END IF;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.follow_state() TO samvern_owner;
