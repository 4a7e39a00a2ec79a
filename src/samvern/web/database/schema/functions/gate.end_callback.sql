-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_callback()
CREATE OR REPLACE FUNCTION gate.end_callback()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.contacts_callback SET reach_sealed = NULL
    WHERE id = NEW.of_id AND NEW.finish <> 'due' AND reach_sealed IS NOT NULL;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_callback() TO samvern_owner;
