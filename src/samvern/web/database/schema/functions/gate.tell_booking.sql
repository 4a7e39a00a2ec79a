-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_booking(uuid,text,text,text)
CREATE OR REPLACE FUNCTION gate.tell_booking(stay uuid, side text, what text, once text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    of_it public.places_booking;
    told integer;
BEGIN
    SELECT b.* INTO of_it FROM public.places_booking b, gate.acting() a
    WHERE b.id = stay AND a.organisation IN (b.organisation_id, b.receiver_id)
        AND a.role IN ('case_worker', 'leader', 'service', 'program') AND what LIKE 'booking-%';
    IF of_it.id IS NULL THEN RETURN 0; END IF;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(),
        CASE WHEN side = 'sender' THEN of_it.case_id END, m.id, what, of_it.id, once
    FROM public.access_member m
    WHERE (m.until IS NULL OR m.until > statement_timestamp())
        AND m.role IN ('case_worker', 'leader')
        AND CASE side
            WHEN 'sender' THEN m.organisation_id = of_it.organisation_id AND (
                m.id = gate.answerer(of_it.case_id, of_it.created_by_id)
                OR m.id IN (SELECT k.member_id FROM public.cases_aftercare k
                    WHERE k.case_id = of_it.case_id AND k.thing_id = of_it.id AND k.ended_at IS NULL)
                OR m.id = (SELECT c.owner_id FROM public.cases_case c WHERE c.id = of_it.case_id))
            WHEN 'receiver' THEN m.organisation_id = of_it.receiver_id AND (
                of_it.receiver_unit_id IS NULL OR m.unit_id = of_it.receiver_unit_id
                OR m.role = 'leader' AND m.unit_id IS NULL)
            ELSE false END
        AND m.id IS DISTINCT FROM gate.member()
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_booking(uuid,text,text,text) TO samvern_app;
