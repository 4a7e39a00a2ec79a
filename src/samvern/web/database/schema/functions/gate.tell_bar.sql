-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_bar()
CREATE OR REPLACE FUNCTION gate.tell_bar()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NEW.case_id, l.id, 'bar-set', NEW.id, 'bar-set:' || NEW.id
    FROM gate.leaders_of(NEW.case_id) l (id) WHERE l.id <> NEW.added_by_id
    ON CONFLICT DO NOTHING;
    -- Of a leader the other leaders of the organisation hear too, and not of which case.
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), l.id, 'bar-set-leader', NEW.id, 'bar-set-leader:' || NEW.id
    FROM public.access_member b
    JOIN public.access_member l ON l.organisation_id = b.organisation_id AND l.role = 'leader'
        AND l.confirmed_at IS NOT NULL AND NOT gate.bars_person(NEW.case_id, l.user_id)
        AND l.since <= statement_timestamp() AND (l.until IS NULL OR l.until > statement_timestamp())
    WHERE b.id = NEW.member_id AND b.role = 'leader' AND l.id <> NEW.added_by_id
        AND l.id NOT IN (SELECT gate.leaders_of(NEW.case_id))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_bar() TO samvern_owner;
