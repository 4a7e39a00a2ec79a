-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.needs_consent()
CREATE OR REPLACE FUNCTION gate.needs_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    given jsonb := to_jsonb(NEW);
    until timestamptz := coalesce(given ->> 'until', given ->> 'expires_at')::timestamptz;
    c record;
BEGIN
    BEGIN
        IF TG_OP = 'INSERT' THEN
            PERFORM 1 FROM public.cases_consent k WHERE k.id = NEW.consent_id FOR SHARE;
        ELSE
            PERFORM 1 FROM public.cases_consent k WHERE k.id = NEW.consent_id FOR SHARE NOWAIT;
        END IF;
    EXCEPTION WHEN lock_not_available THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'somebody is changing the consent';
    END;
    SELECT k.person_id, k.recipient_id, k.purpose, k.categories,
        ((k.expires_on + 1)::timestamp AT TIME ZONE 'Europe/Oslo') AS ends INTO c
    FROM public.cases_consent k
    WHERE k.id = NEW.consent_id AND k.case_id = NEW.case_id AND NOT k.refused
        AND k.withdrawn_at IS NULL;
    IF c IS NULL OR c.ends < greatest(until, statement_timestamp())
        OR TG_ARGV[0] = 'house' AND (
            c.recipient_id IS DISTINCT FROM (given ->> 'organisation_id')::uuid
            OR c.purpose <> given ->> 'purpose'
            OR NOT ARRAY(SELECT jsonb_array_elements_text(given -> 'categories'))
                <@ (c.categories || ARRAY['case'])::text[])
        OR TG_ARGV[0] = 'outside' AND (
            c.recipient_id IS NOT NULL OR c.person_id <> (given ->> 'person_id')::uuid)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'the consent does not carry this';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.needs_consent() TO samvern_owner;
