-- SPDX-License-Identifier: EUPL-1.2
-- A crossing is sent, and departed on, only when everything that must be settled is: this holds
-- whatever the program believes.
GRANT INSERT ON referrals_crossingstep TO samvern_gate;
CREATE POLICY samvern_gate_insert ON referrals_crossingstep FOR INSERT TO samvern_gate WITH CHECK (true);
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

CREATE FUNCTION gate.guard_crossing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF gate.held_back(NEW.of_id) <> '{}' THEN
        RAISE check_violation USING MESSAGE = 'held back: ' || array_to_string(gate.held_back(NEW.of_id), ', ');
    END IF;
    RETURN NEW;
END $$;

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
GRANT EXECUTE ON FUNCTION gate.guard_crossing TO samvern_owner;
RESET ROLE;
CREATE TRIGGER b_guard_crossing BEFORE INSERT ON referrals_crossingstep FOR EACH ROW
WHEN (NEW.move IN ('send', 'depart')) EXECUTE FUNCTION gate.guard_crossing();
DROP TRIGGER a_take_step ON referrals_crossingstep;
CREATE TRIGGER a_take_step BEFORE INSERT ON referrals_crossingstep FOR EACH ROW
WHEN (current_user <> 'samvern_gate') EXECUTE FUNCTION gate.take_step('referrals_crossing');
