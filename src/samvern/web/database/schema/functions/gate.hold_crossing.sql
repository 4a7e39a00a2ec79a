-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_crossing()
CREATE OR REPLACE FUNCTION gate.hold_crossing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    resting uuid := (SELECT x.consent_id FROM public.referrals_crossing x WHERE x.id = NEW.of_id);
BEGIN
    PERFORM 1 FROM public.cases_consent k WHERE k.id = resting FOR SHARE;
    IF EXISTS (SELECT 1 FROM public.cases_consent k JOIN public.referrals_crossing x
            ON x.id = NEW.of_id AND x.state = 'prepared' AND k.id = x.consent_id
            WHERE k.refused OR k.withdrawn_at IS NOT NULL
                OR k.expires_on < (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV410', MESSAGE = 'the consent does not hold any more';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.hold_crossing() TO samvern_owner;
