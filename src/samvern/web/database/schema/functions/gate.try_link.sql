-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.try_link(bytea,bytea)
CREATE OR REPLACE FUNCTION gate.try_link(found_by bytea, proved_by bytea)
 RETURNS referrals_sending
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    l gate.link;
    s public.referrals_sending;
BEGIN
    -- The sending first, as everybody who makes a move does: two never wait for each other in a ring.
    SELECT t.* INTO s FROM public.referrals_sending t JOIN gate.link k ON k.id = t.id
    WHERE k.name = found_by FOR UPDATE OF t;
    IF s.id IS NULL OR s.expires_at <= statement_timestamp()
        OR s.state IN ('locked', 'expired', 'called_back') THEN RETURN NULL; END IF;
    SELECT * INTO l FROM gate.link k WHERE k.id = s.id FOR UPDATE;
    IF l.proof = proved_by THEN RETURN s; END IF;
    UPDATE gate.link k SET wrong = k.wrong + 1 WHERE k.id = l.id;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'sending.try', 'case', s.case_id,
        'object', s.id, 'outcome', 'refused')));
    IF l.wrong + 1 >= 5 THEN
        PERFORM gate.step_sending(s, 'lock', '', NULL, NULL);
        PERFORM gate.tell_senders(s, 'sending-locked', '');
    END IF;
    RETURN NULL;
END $function$;
