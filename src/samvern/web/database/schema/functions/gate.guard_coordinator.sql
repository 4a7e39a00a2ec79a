-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_coordinator()
CREATE OR REPLACE FUNCTION gate.guard_coordinator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.access_organisation o
        WHERE o.id = NEW.organisation_id AND o.kind = 'coordination') THEN
        RAISE check_violation USING MESSAGE = 'only an organisation that coordinates has coordinators';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_coordinator() TO samvern_owner;
