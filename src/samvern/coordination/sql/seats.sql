-- SPDX-License-Identifier: EUPL-1.2
-- Case conferences: who may call one, what a seat must rest on, and what it opens. A seat of another
-- organisation rests on one live share; when that ends, by time, by hand or because the consent was
-- withdrawn, the seat reads nothing from the next statement.
SET LOCAL ROLE samvern_gate;

-- Whether a member has a say over a case by her own organisation's rules, as in cases/core/permissions.
CREATE FUNCTION gate.has_case(of_member uuid, of_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.access_member m
        JOIN public.cases_case c ON c.id = of_case AND c.organisation_id = m.organisation_id
        WHERE m.id = of_member AND m.role IN ('case_worker', 'leader') AND c.erased_at IS NULL
            AND (m.until IS NULL OR m.until > statement_timestamp())
            AND (c.owner_id = m.id OR c.circle = 'unit' AND c.unit_id = m.unit_id
                OR m.role = 'leader' AND coalesce(m.unit_id, c.unit_id) = c.unit_id
                OR EXISTS (SELECT 1 FROM public.access_teammember t
                    WHERE t.case_id = c.id AND t.member_id = m.id AND t.ended_at IS NULL))
            AND NOT EXISTS (SELECT 1 FROM public.access_bar b
                WHERE b.case_id = c.id AND b.member_id = m.id))
$$;
CREATE FUNCTION gate.case_in_hand(of_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(gate.has_case(gate.member(), of_case), false)
$$;

-- The seats the actor holds now, with what each opens.
CREATE FUNCTION gate.sitting() RETURNS TABLE (seat uuid, conference uuid, categories text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT s.id, s.conference_id, h.categories::text[]
    FROM gate.acting() a
    JOIN public.coordination_seat s ON s.member_id = a.member
        AND s.state IN ('invited', 'yes', 'maybe', 'came')
    JOIN public.coordination_conference f ON f.id = s.conference_id AND f.state <> 'cancelled'
    JOIN public.access_share h ON h.id = s.share_id AND h.case_id = s.case_id
        AND h.organisation_id = a.organisation
        AND (h.unit_id IS NULL OR h.unit_id = a.unit OR a.role = 'leader' AND a.unit IS NULL)
        AND h.ended_at IS NULL
        AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
    WHERE a.role IN ('case_worker', 'leader') AND s.case_id <> ALL (gate.barred())
    UNION ALL
    SELECT s.id, s.conference_id, ARRAY['case', 'identity', 'assessment', 'rights', 'assistance',
        'plan', 'notes', 'documents', 'consent']
    FROM gate.acting() a
    JOIN public.coordination_seat s ON s.member_id = a.member AND s.receiver_id = s.organisation_id
        AND s.state IN ('invited', 'yes', 'maybe', 'came')
    WHERE gate.has_case(a.member, s.case_id)
$$;
CREATE FUNCTION gate.my_seats() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce(array_agg(seat), '{}') FROM gate.sitting() $$;
CREATE FUNCTION gate.seated() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce(array_agg(conference), '{}') FROM gate.sitting() $$;
-- Conference and category, so that one test says which sections of the minutes are hers.
CREATE FUNCTION gate.sections() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(s.conference || '/' || c), '{}')
    FROM gate.sitting() s, unnest(s.categories) c
$$;
CREATE FUNCTION gate.reads_conference(of_conference uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT EXISTS (SELECT 1 FROM gate.sitting() s WHERE s.conference = of_conference) $$;

-- What those at the table may know, for whoever sits there: one must know what can be said aloud.
CREATE FUNCTION gate.at_the_table(of_conference uuid)
RETURNS TABLE (organisation text, categories text[], until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT o.name, array_agg(DISTINCT k), max(h.until)
    FROM public.coordination_conference f
    JOIN public.coordination_seat s ON s.conference_id = f.id
        AND s.state IN ('invited', 'yes', 'maybe', 'came')
    JOIN public.access_share h ON h.id = s.share_id AND h.ended_at IS NULL
        AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
    JOIN public.access_organisation o ON o.id = s.receiver_id
    CROSS JOIN LATERAL unnest(h.categories) k
    WHERE f.id = of_conference AND gate.opens('case')
        AND (gate.reads_conference(f.id) OR gate.case_in_hand(f.case_id))
    GROUP BY o.name ORDER BY o.name
$$;

-- Who can be named for a seat: whoever sees the case, in the owner's house or by a live share.
CREATE FUNCTION gate.may_sit(of_case uuid) RETURNS TABLE (
    member uuid, name text, unit text, organisation uuid, house text, share uuid, purpose text,
    categories text[], until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH doors AS (
        SELECT h.id, h.organisation_id, h.unit_id, h.purpose, h.categories::text[] AS categories,
            h.until, false AS own
        FROM public.access_share h
        WHERE h.case_id = of_case AND h.ended_at IS NULL
            AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
        UNION ALL
        SELECT NULL, c.organisation_id, NULL, '', '{}', NULL, true FROM public.cases_case c
        WHERE c.id = of_case
    )
    SELECT m.id, m.name, u.name, o.id, o.name, d.id, d.purpose, d.categories, d.until
    FROM doors d
    JOIN public.access_organisation o ON o.id = d.organisation_id AND o.active
    JOIN public.access_member m ON m.organisation_id = o.id AND m.role IN ('case_worker', 'leader')
        AND m.since <= statement_timestamp() AND (m.until IS NULL OR m.until > statement_timestamp())
        AND CASE WHEN d.own THEN gate.has_case(m.id, of_case)
            ELSE d.unit_id IS NULL OR d.unit_id = m.unit_id OR m.role = 'leader' AND m.unit_id IS NULL
            END
    LEFT JOIN public.access_unit u ON u.id = m.unit_id
    WHERE gate.case_in_hand(of_case) AND NOT EXISTS (SELECT 1 FROM public.access_bar b
        WHERE b.case_id = of_case AND b.member_id = m.id)
    ORDER BY d.own DESC, o.name, m.name, d.until DESC
$$;

-- Whether a share carries a seat: of this case, to her, for this purpose, and until it is over.
CREATE FUNCTION gate.carries(
    s public.coordination_seat, f public.coordination_conference, m public.access_member
) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT CASE WHEN s.receiver_id = s.organisation_id
        THEN s.share_id IS NULL AND gate.has_case(m.id, s.case_id)
        ELSE EXISTS (
            SELECT 1 FROM public.access_share h
            WHERE h.id = s.share_id AND h.case_id = s.case_id AND h.organisation_id = s.receiver_id
                AND (h.unit_id IS NULL OR h.unit_id = m.unit_id
                    OR m.role = 'leader' AND m.unit_id IS NULL)
                AND h.purpose IN (f.purpose, 'coordination') AND h.ended_at IS NULL
                AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
                AND (f.state <> 'planned' OR h.until >= f.starts_at + make_interval(mins => f.lasts)))
    END
$$;
CREATE FUNCTION gate.keep_seat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    f public.coordination_conference;
    m public.access_member;
BEGIN
    SELECT * INTO f FROM public.coordination_conference c WHERE c.id = NEW.conference_id;
    SELECT * INTO m FROM public.access_member p WHERE p.id = NEW.member_id;
    IF (f.case_id, f.organisation_id, m.organisation_id)
            IS DISTINCT FROM (NEW.case_id, NEW.organisation_id, NEW.receiver_id)
        OR f.state NOT IN ('planned', 'held') OR m.role NOT IN ('case_worker', 'leader')
        OR m.since > statement_timestamp() OR m.until <= statement_timestamp()
        OR EXISTS (SELECT 1 FROM public.access_bar b
            WHERE b.case_id = NEW.case_id AND b.member_id = m.id)
        OR NOT gate.carries(NEW, f, m)
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'coordination_seat: no share carries it';
    END IF;
    NEW.name := m.name;
    RETURN NEW;
END $$;

-- A conference that is held together by facts: an open case, a child who is heard, a time that every
-- share at the table lasts to.
CREATE FUNCTION gate.keep_conference() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.cases_case c WHERE c.id = NEW.case_id
            AND c.organisation_id = NEW.organisation_id AND c.state = 'open')
        OR NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.cases_person p
            WHERE p.id = NEW.person_id AND p.case_id = NEW.case_id)
        OR NEW.lasts NOT BETWEEN 15 AND 600
        OR (NEW.voice = '' OR NEW.voice_sealed IS NULL) AND EXISTS (
            SELECT 1 FROM public.cases_person p WHERE p.case_id = NEW.case_id
            AND p.age_seen <> 'adult' AND p.id = coalesce(NEW.person_id, p.id))
    THEN
        RAISE check_violation USING MESSAGE = 'coordination_conference: it cannot stand so';
    END IF;
    IF TG_OP = 'INSERT' THEN NEW.moves := 0; RETURN NEW; END IF;
    IF OLD.state <> 'planned' THEN
        RAISE EXCEPTION USING ERRCODE = 'SV409', MESSAGE = OLD.state;
    END IF;
    NEW.moves := OLD.moves
        + ((NEW.starts_at, NEW.lasts) IS DISTINCT FROM (OLD.starts_at, OLD.lasts))::integer;
    IF NEW.moves > OLD.moves AND EXISTS (
        SELECT 1 FROM public.coordination_seat s JOIN public.access_share h ON h.id = s.share_id
        WHERE s.conference_id = NEW.id AND s.state IN ('invited', 'yes', 'maybe')
            AND h.ended_at IS NULL AND h.until < NEW.starts_at + make_interval(mins => NEW.lasts))
    THEN
        RAISE check_violation USING MESSAGE = 'coordination_conference: a share ends before it';
    END IF;
    RETURN NEW;
END $$;

-- Nobody answers for her. Runs after gate.take_step, which has just written who makes the move.
CREATE FUNCTION gate.keep_seatstep() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    s public.coordination_seat;
BEGIN
    SELECT * INTO s FROM public.coordination_seat x WHERE x.id = NEW.of_id;
    IF NEW.case_id <> s.case_id
        OR NEW.move IN ('accept', 'doubt', 'decline') AND NEW.made_by_id <> s.member_id
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'coordination_seat: not yours';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION gate.tell_caller() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), f.case_id, f.created_by_id,
        'conference-answered', f.id, 'conference-answered:' || NEW.id
    FROM public.coordination_seat s
    JOIN public.coordination_conference f ON f.id = s.conference_id
    WHERE s.id = NEW.of_id AND f.created_by_id <> NEW.made_by_id;
    RETURN NULL;
END $$;

-- What belongs to a conference lies in its case, and is written while it is open.
CREATE FUNCTION gate.keep_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    row jsonb := to_jsonb(NEW);
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.coordination_conference f WHERE f.id = NEW.conference_id
            AND f.case_id = NEW.case_id AND f.state IN ('planned', 'held'))
        OR row ? 'seat_id' AND NOT EXISTS (SELECT 1 FROM public.coordination_seat s
            WHERE s.id = (row ->> 'seat_id')::uuid AND s.conference_id = NEW.conference_id
                AND s.receiver_id = (row ->> 'receiver_id')::uuid
                AND s.organisation_id = (row ->> 'organisation_id')::uuid)
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': not of this conference';
    END IF;
    RETURN NEW;
END $$;

-- Telling those at the table, wherever they work: once for each state of the conference and seat.
CREATE FUNCTION gate.tell_seats(of_conference uuid, what text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    told integer;
BEGIN
    IF what NOT IN ('conference-invited', 'conference-moved', 'conference-cancelled',
        'conference-minutes') THEN RETURN 0; END IF;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), f.case_id, s.member_id, what, f.id,
        concat_ws(':', what, s.id, f.moves,
            CASE WHEN what = 'conference-minutes' THEN f.state_since ELSE s.state_since END)
    FROM public.coordination_conference f
    JOIN public.coordination_seat s ON s.conference_id = f.id AND s.member_id <> gate.member()
        AND s.state = ANY (CASE what
            WHEN 'conference-invited' THEN ARRAY['invited'] WHEN 'conference-minutes' THEN ARRAY['came']
            ELSE ARRAY['invited', 'yes', 'maybe'] END)
    WHERE f.id = of_conference AND gate.case_in_hand(f.case_id)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $$;

GRANT EXECUTE ON FUNCTION gate.case_in_hand, gate.my_seats, gate.seated, gate.sections,
    gate.reads_conference TO samvern_app, samvern_owner, samvern_audit;
GRANT EXECUTE ON FUNCTION gate.at_the_table, gate.may_sit, gate.tell_seats TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.keep_seat, gate.keep_conference, gate.keep_seatstep, gate.tell_caller,
    gate.keep_part TO samvern_owner;
RESET ROLE;
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF share_id ON coordination_seat
FOR EACH ROW EXECUTE FUNCTION gate.keep_seat();
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF
    starts_at, lasts, where_sealed, agenda_sealed, voice, voice_sealed ON coordination_conference
FOR EACH ROW EXECUTE FUNCTION gate.keep_conference();
CREATE TRIGGER b_keep BEFORE INSERT ON coordination_seatstep
FOR EACH ROW EXECUTE FUNCTION gate.keep_seatstep();
CREATE TRIGGER tell AFTER INSERT ON coordination_seatstep
FOR EACH ROW WHEN (NEW.side = 'receiver') EXECUTE FUNCTION gate.tell_caller();
CREATE TRIGGER keep BEFORE INSERT ON coordination_planitem
FOR EACH ROW EXECUTE FUNCTION gate.keep_part();
CREATE TRIGGER keep BEFORE INSERT ON coordination_minutes
FOR EACH ROW EXECUTE FUNCTION gate.keep_part();
