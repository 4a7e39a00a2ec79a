-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_conference()
CREATE OR REPLACE FUNCTION gate.keep_conference()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.cases_case c WHERE c.id = NEW.case_id
            AND c.organisation_id = NEW.organisation_id AND c.state = 'open')
        OR NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.cases_person p
            WHERE p.id = NEW.person_id AND p.case_id = NEW.case_id)
        OR NEW.lasts NOT BETWEEN 15 AND 600
        OR (NEW.voice = '' OR NEW.voice_sealed IS NULL) AND EXISTS (
            SELECT 1 FROM public.cases_person p WHERE p.case_id = NEW.case_id
            AND CASE WHEN p.age_seen = 'unknown' THEN p.age_told ELSE p.age_seen END <> 'adult'
            AND p.id = coalesce(NEW.person_id, p.id))
    THEN
        RAISE check_violation USING MESSAGE = 'coordination_conference: it cannot stand so';
    END IF;
    IF TG_OP = 'INSERT' THEN NEW.moves := 0; RETURN NEW; END IF;
    IF OLD.state <> 'planned' THEN
        RAISE EXCEPTION USING ERRCODE = 'SV409', MESSAGE = OLD.state;
    END IF;
    NEW.moves := OLD.moves
        + ((NEW.starts_at, NEW.lasts) IS DISTINCT FROM (OLD.starts_at, OLD.lasts))::integer;
    IF NEW.moves > OLD.moves AND EXISTS (
        SELECT 1 FROM public.coordination_seat s JOIN public.access_share h ON h.id = s.share_id
        WHERE s.conference_id = NEW.id AND s.state IN ('invited', 'yes', 'maybe')
            AND h.ended_at IS NULL AND h.until < NEW.starts_at + make_interval(mins => NEW.lasts))
    THEN
        RAISE check_violation USING MESSAGE = 'coordination_conference: a share ends before it';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.keep_conference() TO samvern_owner;
