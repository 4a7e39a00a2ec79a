-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_referral(uuid,text,text,uuid)
CREATE OR REPLACE FUNCTION gate.end_referral(referral uuid, unread text, opened text, by_member uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    r public.referrals_referral;
    way gate.course;
    moment timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = referral FOR UPDATE;
    SELECT * INTO way FROM gate.course c WHERE c.thing = 'referrals_referral' AND c.side = 'job'
        AND c.start = r.state AND c.move IN (unread, opened);
    IF way.thing IS NULL THEN RETURN; END IF;
    UPDATE public.referrals_referral SET state = way.finish, state_since = moment WHERE id = r.id;
    INSERT INTO public.referrals_referralstep
        (id, created_at, of_id, case_id, move, start, finish, side, reason, made_by_id)
    VALUES (gen_random_uuid(), moment, r.id, r.case_id, way.move, way.start, way.finish, 'gate', '',
        coalesce(by_member, r.created_by_id));
END $function$;
