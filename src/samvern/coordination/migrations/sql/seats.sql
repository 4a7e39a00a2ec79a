-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

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

RESET ROLE;
