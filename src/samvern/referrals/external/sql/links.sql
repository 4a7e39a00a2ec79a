-- SPDX-License-Identifier: EUPL-1.2
-- Links to somebody without an account. What a link holds lies in the gate, sealed with the link's
-- secret and the code together; the application cannot read the table, and a reader of it has
-- neither. Nobody is signed in who opens one, so these functions are the whole of what can be done.
GRANT INSERT ON referrals_sendingstep TO samvern_gate;
CREATE POLICY samvern_gate_insert ON referrals_sendingstep FOR INSERT TO samvern_gate WITH CHECK (true);
SET LOCAL ROLE samvern_gate;
CREATE TABLE gate.link (
    id uuid PRIMARY KEY,
    name bytea NOT NULL UNIQUE CHECK (octet_length(name) = 32),
    proof bytea NOT NULL CHECK (octet_length(proof) = 32),
    content bytea,
    answers_to bytea NOT NULL CHECK (octet_length(answers_to) = 32),
    openings_left smallint NOT NULL CHECK (openings_left BETWEEN 0 AND 3),
    wrong smallint NOT NULL DEFAULT 0,
    opened_at timestamptz
);

-- Keep what a link opens, for a sending just made by the one who asks.
CREATE FUNCTION gate.keep_link(sending uuid, found_by bytea, proved_by bytea, sealed bytea,
    answers_to bytea, openings integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF octet_length(sealed) NOT BETWEEN 30 AND 65536 OR openings NOT BETWEEN 1 AND 3
        OR NOT EXISTS (
            SELECT 1 FROM public.referrals_sending s
            WHERE s.id = sending AND s.way = 'link' AND s.state = 'waiting'
              AND s.created_by_id = gate.member()
              AND s.expires_at BETWEEN statement_timestamp() + interval '50 minutes'
                  AND statement_timestamp() + interval '14 days 1 hour')
    THEN RETURN false; END IF;
    INSERT INTO gate.link VALUES (sending, found_by, proved_by, sealed, answers_to, openings);
    RETURN true;
END $$;

-- A move that nobody signed in makes: checked against the course like every other.
CREATE FUNCTION gate.step_sending(s public.referrals_sending, made text, why text, words bytea,
    mover uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
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
END $$;

-- Tell those who sent it: the one who did, and the owner of the case.
CREATE FUNCTION gate.tell_senders(s public.referrals_sending, what text, again text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), s.case_id, m.id, what, s.id,
        what || ':' || s.id || again
    FROM public.access_member m JOIN public.cases_case c ON c.id = s.case_id
    WHERE m.id IN (s.created_by_id, c.owner_id)
        AND (m.until IS NULL OR m.until > statement_timestamp())
    ON CONFLICT DO NOTHING
$$;

-- Whether there is a link of this name that may still be asked: the slow check of a code is worth
-- its while.
CREATE FUNCTION gate.knows_link(found_by bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM gate.link l JOIN public.referrals_sending s ON s.id = l.id
        WHERE l.name = found_by AND s.expires_at > statement_timestamp()
          AND s.state NOT IN ('locked', 'expired', 'called_back'))
$$;

-- The sending a link and a code stand for, locked; a wrong code counts, and the fifth is the last.
CREATE FUNCTION gate.try_link(found_by bytea, proved_by bytea) RETURNS public.referrals_sending
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
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
END $$;

-- Open a link: what it holds, while there are openings left; then only that it was opened, and when.
CREATE FUNCTION gate.open_link(found_by bytea, proved_by bytea) RETURNS TABLE (
    sending uuid, content bytea, sender text, opened_at timestamptz, expires_at timestamptz,
    state text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    s public.referrals_sending := gate.try_link(found_by, proved_by);
    l gate.link;
BEGIN
    IF s.id IS NULL THEN RETURN; END IF;
    SELECT * INTO l FROM gate.link k WHERE k.id = s.id;
    IF l.content IS NOT NULL THEN
        UPDATE gate.link k SET openings_left = k.openings_left - 1,
            opened_at = coalesce(k.opened_at, statement_timestamp()),
            content = CASE WHEN k.openings_left > 1 THEN k.content END WHERE k.id = s.id;
        PERFORM gate.step_sending(s, 'open', '', NULL, NULL);
        PERFORM gate.tell_senders(s, 'sending-opened', '');
    END IF;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'sending.open',
        'case', s.case_id, 'object', s.id, 'outcome', 'seen',
        'detail', jsonb_build_object('again', l.content IS NULL))));
    RETURN QUERY SELECT s.id, l.content, o.name::text, coalesce(l.opened_at, statement_timestamp()),
        s.expires_at, t.state::text
    FROM public.access_organisation o, public.referrals_sending t
    WHERE o.id = s.organisation_id AND t.id = s.id;
END $$;

-- Where an answer's words are sealed to, for whoever has both link and code.
CREATE FUNCTION gate.link_answers_to(found_by bytea, proved_by bytea) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.answers_to FROM gate.link l WHERE l.name = found_by AND l.proof = proved_by
$$;

-- Answer through a link. True when the answer was taken.
CREATE FUNCTION gate.answer_link(found_by bytea, proved_by bytea, made text, why text, words bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    s public.referrals_sending;
BEGIN
    IF made NOT IN ('receive', 'ring', 'help', 'decline') OR why !~ '^[a-z_]{0,40}$'
        OR octet_length(words) > 16384 THEN RETURN false; END IF;
    s := gate.try_link(found_by, proved_by);
    IF s.id IS NULL OR s.state = 'waiting' OR NOT gate.step_sending(s, made, why, words, NULL)
    THEN RETURN false; END IF;
    PERFORM gate.tell_senders(s, 'sending-answered', ':' || made || ':' || clock_timestamp());
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'sending.' || made,
        'case', s.case_id, 'object', s.id)));
    RETURN true;
END $$;

-- What a link holds is gone for good in the moment it can be opened no more.
CREATE FUNCTION gate.empty_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM gate.link l WHERE l.id = OLD.id;
    ELSE
        UPDATE gate.link l SET content = NULL, openings_left = 0 WHERE l.id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

-- A consent that is withdrawn calls back what was sent by it and stops a crossing not yet sent.
CREATE FUNCTION gate.follow_consent_outside() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    s public.referrals_sending;
BEGIN
    FOR s IN SELECT * FROM public.referrals_sending t
        WHERE t.consent_id = NEW.id AND t.state IN ('waiting', 'opened', 'received', 'ring', 'can_help')
        ORDER BY t.id FOR UPDATE
    LOOP
        PERFORM gate.step_sending(s, 'call_back', 'consent', NULL, NEW.withdrawn_by_id);
        PERFORM gate.tell_senders(s, 'sending-called-back', '');
    END LOOP;
    PERFORM gate.stop_crossings(NEW.id, NEW.withdrawn_by_id);
    RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION gate.keep_link, gate.knows_link, gate.open_link, gate.link_answers_to,
    gate.answer_link TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.empty_link, gate.follow_consent_outside TO samvern_owner;
RESET ROLE;
CREATE TRIGGER empty_link AFTER UPDATE OF state ON referrals_sending FOR EACH ROW
WHEN (NEW.state IN ('locked', 'expired', 'called_back', 'cannot')) EXECUTE FUNCTION gate.empty_link();
CREATE TRIGGER forget_link AFTER DELETE ON referrals_sending FOR EACH ROW
EXECUTE FUNCTION gate.empty_link();
CREATE TRIGGER follow_consent_outside AFTER UPDATE OF withdrawn_at ON cases_consent FOR EACH ROW
WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)
EXECUTE FUNCTION gate.follow_consent_outside();
-- Whoever opens a link is nobody: her steps are made by the functions above, all others by the
-- trigger that every course has.
DROP TRIGGER a_take_step ON referrals_sendingstep;
CREATE TRIGGER a_take_step BEFORE INSERT ON referrals_sendingstep FOR EACH ROW
WHEN (current_user <> 'samvern_gate') EXECUTE FUNCTION gate.take_step('referrals_sending');
