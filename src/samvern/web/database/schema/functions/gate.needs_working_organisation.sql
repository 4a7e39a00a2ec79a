-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.needs_working_organisation()
CREATE OR REPLACE FUNCTION gate.needs_working_organisation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    which uuid;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO which USING NEW;
    PERFORM 1 FROM public.access_organisation o WHERE o.id = which AND o.active FOR KEY SHARE;
    IF NOT FOUND AND which IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SV412', MESSAGE = 'the organisation is closed';
    END IF;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.needs_working_organisation() TO samvern_owner;
