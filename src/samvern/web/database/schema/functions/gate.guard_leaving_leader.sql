-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_leaving_leader()
CREATE OR REPLACE FUNCTION gate.guard_leaving_leader()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM gate.one_at_a_time(OLD.organisation_id);
    PERFORM gate.keep_a_leader(c.id) FROM public.cases_case c
    WHERE c.organisation_id = OLD.organisation_id AND c.erased_at IS NULL AND gate.leads(OLD, c)
        AND c.id IN (SELECT b.case_id FROM public.access_bar b);
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_leaving_leader() TO samvern_owner;
