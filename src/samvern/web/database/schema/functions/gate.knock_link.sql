-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.knock_link(bytea,bytea,uuid,boolean)
CREATE OR REPLACE FUNCTION gate.knock_link(found_by bytea, proved_by bytea, by_knock uuid, opening boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    s public.referrals_sending;
    l gate.link;
BEGIN
    PERFORM gate.clear_links();
    s := gate.try_link(found_by, proved_by);
    IF s.id IS NULL THEN RETURN; END IF;
    SELECT * INTO l FROM gate.link k WHERE k.id = s.id;
    UPDATE gate.link k SET knock = by_knock, knock_tx = pg_current_xact_id(),
        knock_at = statement_timestamp() WHERE k.id = s.id;
    IF NOT opening THEN RETURN; END IF;
    IF l.openings_left > 0 THEN
        UPDATE gate.link k SET openings_left = k.openings_left - 1,
            opened_at = coalesce(k.opened_at, statement_timestamp()) WHERE k.id = s.id;
        PERFORM gate.step_sending(s, 'open', '', NULL, NULL);
        PERFORM gate.tell_senders(s, 'sending-opened', '');
    ELSE  -- what the last opening left until now is not for this one
        UPDATE gate.link k SET content = NULL WHERE k.id = s.id;
    END IF;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'sending.open',
        'case', s.case_id, 'object', s.id, 'outcome', 'seen',
        'detail', jsonb_build_object('again', l.openings_left = 0))));
END $function$;
GRANT EXECUTE ON FUNCTION gate.knock_link(bytea,bytea,uuid,boolean) TO samvern_app;
