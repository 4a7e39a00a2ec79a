-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.answer_link(uuid,text,text,bytea)
CREATE OR REPLACE FUNCTION gate.answer_link(by_knock uuid, made text, why text, words bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    s public.referrals_sending;
BEGIN
    IF made NOT IN ('receive', 'ring', 'help', 'decline') OR why !~ '^[a-z_]{0,40}$'
        OR octet_length(words) > 16384 THEN RETURN false; END IF;
    PERFORM 1 FROM public.referrals_sending t WHERE t.id = (gate.knocked(by_knock)).id FOR UPDATE;
    s := gate.knocked(by_knock);
    IF s.id IS NULL OR s.state = 'waiting' OR NOT gate.step_sending(s, made, why, words, NULL)
    THEN RETURN false; END IF;
    PERFORM gate.tell_senders(s, 'sending-answered', ':' || made || ':' || clock_timestamp());
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'sending.' || made,
        'case', s.case_id, 'object', s.id)));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.answer_link(uuid,text,text,bytea) TO samvern_app;
