-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_draft()
CREATE OR REPLACE FUNCTION gate.end_draft()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = NEW.of_id AND wrapped IS NOT NULL
        AND NEW.finish IN ('approved', 'taken_down');
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_draft() TO samvern_owner;
