-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.step_sending(referrals_sending,text,text,bytea,uuid)
CREATE OR REPLACE FUNCTION gate.step_sending(s referrals_sending, made text, why text, words bytea, mover uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    taken gate.course;
    moment timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO taken FROM gate.course c
    WHERE c.thing = 'referrals_sending' AND c.move = made AND c.start = s.state
    ORDER BY c.side LIMIT 1;
    IF taken.thing IS NULL OR taken.reasoned AND why = '' THEN RETURN false; END IF;
    UPDATE public.referrals_sending t SET state = taken.finish, state_since = moment WHERE t.id = s.id;
    INSERT INTO public.referrals_sendingstep (id, created_at, move, start, finish, side, reason,
        made_by_id, of_id, case_id, words_sealed)
    VALUES (gen_random_uuid(), moment, made, s.state, taken.finish, taken.side, why, mover, s.id,
        s.case_id, words);
    RETURN true;
END $function$;
