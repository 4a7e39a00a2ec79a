-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_coordinators(referrals_referral,text,text)
CREATE OR REPLACE FUNCTION gate.tell_coordinators(r referrals_referral, kind text, key text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    told integer;
BEGIN
    IF NOT gate.has_coordinator() THEN
        RETURN gate.tell_side(r, 'sender', EXISTS (SELECT 1 FROM gate.side_of(r, 'sender', true)),
            'referral-nobody', key);
    END IF;
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), m, kind, r.id, key FROM gate.coordinators() m
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $function$;
