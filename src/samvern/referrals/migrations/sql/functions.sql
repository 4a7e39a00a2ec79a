-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- What holds a crossing back: the kinds of check whose newest outcome is not clear. A grown-up's
-- needs her wish, the risk, the prosecutor and her stay; a child's three more.
CREATE FUNCTION gate.held_back(crossing uuid) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(k.kind ORDER BY k.place), '{}')
    FROM public.referrals_crossing x
    JOIN public.cases_person p ON p.id = x.person_id
    CROSS JOIN unnest(ARRAY['wish', 'risk', 'prosecutor', 'stay', 'child_welfare', 'guardian',
        'best_interests']) WITH ORDINALITY k (kind, place)
    LEFT JOIN LATERAL (SELECT c.outcome FROM public.referrals_crossingcheck c
        WHERE c.of_id = x.id AND c.kind = k.kind ORDER BY c.created_at DESC LIMIT 1) newest ON true
    WHERE x.id = crossing AND newest.outcome IS DISTINCT FROM 'clear'
        AND (k.place <= 4 OR p.age_seen <> 'adult')
$$;

CREATE FUNCTION gate.stop_crossings(consent uuid, mover uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    WITH stopped AS (
        UPDATE public.referrals_crossing x SET state = 'stopped', state_since = clock_timestamp()
        WHERE x.consent_id = consent AND x.state = 'prepared' RETURNING x.id, x.case_id
    )
    INSERT INTO public.referrals_crossingstep (id, created_at, move, start, finish, side, reason,
        made_by_id, of_id, case_id)
    SELECT gen_random_uuid(), clock_timestamp(), 'stop', 'prepared', 'stopped', 'sender', 'consent',
        mover, s.id, s.case_id FROM stopped s
$$;

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

CREATE FUNCTION gate.unnamed_counts(of_year integer, by_what text) RETURNS TABLE (
    what text, code text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT by_what, g.code, (round(count(*) / 5.0) * 5)::integer
    FROM gate.acting() a
    JOIN public.referrals_unnamed u ON a.role = 'coordinator'
        OR a.role IN ('case_worker', 'leader') AND u.organisation_id = a.organisation
    CROSS JOIN LATERAL (
        SELECT unnest(CASE by_what
            WHEN 'all' THEN ARRAY['all']
            WHEN 'region' THEN ARRAY[u.region]::text[]
            WHEN 'form' THEN ARRAY[u.form]::text[]
            WHEN 'age' THEN ARRAY[u.age]::text[]
            WHEN 'sex' THEN ARRAY[u.sex]::text[]
            WHEN 'met_by' THEN ARRAY[u.met_by]::text[]
            WHEN 'reason' THEN ARRAY[u.reason]::text[]
            WHEN 'offered' THEN u.offered::text[] END) AS code
    ) g
    WHERE u.month >= make_date(of_year, 1, 1) AND u.month < make_date(of_year + 1, 1, 1)
    GROUP BY g.code ORDER BY g.code
$$;

RESET ROLE;
