-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_bar()
CREATE OR REPLACE FUNCTION gate.guard_bar()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    c public.cases_case;
BEGIN
    SELECT * INTO c FROM public.cases_case x WHERE x.id = NEW.case_id;
    PERFORM gate.one_at_a_time(c.organisation_id);
    IF TG_WHEN = 'BEFORE' THEN
        NEW.review_on := (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date + 182;
        RETURN NEW;
    END IF;
    IF gate.bars_person(c.id, (SELECT o.user_id FROM public.access_member o WHERE o.id = c.owner_id)) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'the owner is not shut out';
    END IF;
    PERFORM gate.keep_a_leader(c.id);
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_bar() TO samvern_owner;
