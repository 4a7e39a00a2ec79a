-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_side(referrals_referral,text,boolean,text,text)
CREATE OR REPLACE FUNCTION gate.tell_side(r referrals_referral, side text, lead boolean, kind text, key text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    told integer;
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(),
        CASE WHEN side = 'sender' THEN r.case_id END, m, kind, r.id, key
    FROM gate.side_of(r, side, lead) m
    WHERE m IS DISTINCT FROM gate.member()
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $function$;
