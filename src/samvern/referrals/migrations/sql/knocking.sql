-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Whoever brings link and code knocks first; that is counted, told and committed, and what it opens
-- is handed out to the same knock in a later transaction, for a minute.
ALTER TABLE gate.link ADD COLUMN knock uuid, ADD COLUMN knock_tx xid8,
    ADD COLUMN knock_at timestamp with time zone;

DROP FUNCTION gate.open_link(found_by bytea, proved_by bytea);
DROP FUNCTION gate.answer_link(found_by bytea, proved_by bytea, made text, why text, words bytea);
DROP FUNCTION gate.link_answers_to(found_by bytea, proved_by bytea);

-- What can be opened no more is gone within minutes of the last opening, whoever broke off there.
CREATE FUNCTION gate.clear_links() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE gate.link SET content = NULL WHERE openings_left = 0 AND content IS NOT NULL
        AND knock_at < statement_timestamp() - interval '1 minute'
$$;

-- A try of a code, right or wrong; whether it was right is not said here. Opening uses up one of the
-- openings there are.
CREATE FUNCTION gate.knock_link(found_by bytea, proved_by bytea, by_knock uuid, opening boolean)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

-- The sending of a knock that was right and is committed.
CREATE FUNCTION gate.knocked(by_knock uuid) RETURNS public.referrals_sending
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT s FROM gate.link l JOIN public.referrals_sending s ON s.id = l.id
    WHERE l.knock = by_knock AND gate.told(l.knock_tx)
        AND l.knock_at > statement_timestamp() - interval '1 minute'
        AND s.expires_at > statement_timestamp()
        AND s.state NOT IN ('locked', 'expired', 'called_back')
$$;

-- What a link holds, while there are openings left; then only that it was opened, and when.
CREATE FUNCTION gate.opened_link(by_knock uuid) RETURNS TABLE (
    content bytea, sender text, opened_at timestamptz, expires_at timestamptz, state text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    s public.referrals_sending := gate.knocked(by_knock);
    l gate.link;
BEGIN
    IF s.id IS NULL THEN RETURN; END IF;
    SELECT * INTO l FROM gate.link k WHERE k.id = s.id FOR UPDATE;
    UPDATE gate.link k SET content = NULL, knock = NULL WHERE k.id = s.id AND k.openings_left = 0;
    RETURN QUERY SELECT l.content, o.name::text, l.opened_at, s.expires_at, s.state::text
    FROM public.access_organisation o WHERE o.id = s.organisation_id;
END $$;

-- Where an answer's words are sealed to, for whoever has both link and code.
CREATE FUNCTION gate.link_answers_to(by_knock uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.answers_to FROM gate.link l WHERE l.id = (gate.knocked(by_knock)).id
$$;

-- Answer a link that was opened.
CREATE FUNCTION gate.answer_link(by_knock uuid, made text, why text, words bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
END $$;

REVOKE ALL ON FUNCTION gate.clear_links() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.clear_links() TO samvern_app;
REVOKE ALL ON FUNCTION gate.knock_link(found_by bytea, proved_by bytea, by_knock uuid, opening boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.knock_link(found_by bytea, proved_by bytea, by_knock uuid, opening boolean) TO samvern_app;
REVOKE ALL ON FUNCTION gate.knocked(by_knock uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.opened_link(by_knock uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.opened_link(by_knock uuid) TO samvern_app;
REVOKE ALL ON FUNCTION gate.link_answers_to(by_knock uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.link_answers_to(by_knock uuid) TO samvern_app;
REVOKE ALL ON FUNCTION gate.answer_link(by_knock uuid, made text, why text, words bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.answer_link(by_knock uuid, made text, why text, words bytea) TO samvern_app;

RESET ROLE;
