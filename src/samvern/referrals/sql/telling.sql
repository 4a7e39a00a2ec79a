-- SPDX-License-Identifier: EUPL-1.2
-- Telling the other side. Neither may write to members of another organisation, so this does, once
-- for each move. The receiver's notices name no case: it is not hers.
SET LOCAL ROLE samvern_gate;

-- Members of one side of a referral, never anybody barred from the case. "lead" is the leaders alone.
CREATE FUNCTION gate.side_of(r public.referrals_referral, side text, lead boolean) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH house AS (
        SELECT m.*,
            CASE WHEN side = 'receiver' THEN r.receiver_unit_id ELSE c.unit_id END AS at_unit,
            c.owner_id
        FROM public.access_member m LEFT JOIN public.cases_case c ON c.id = r.case_id
        WHERE m.organisation_id = CASE WHEN side = 'receiver' THEN r.receiver_id ELSE r.organisation_id END
            AND m.role IN ('case_worker', 'leader')
            AND (m.until IS NULL OR m.until > statement_timestamp())
            AND NOT EXISTS (SELECT 1 FROM public.access_bar b
                WHERE b.member_id = m.id AND b.case_id = r.case_id)
    ), fitting AS (
        SELECT h.id, h.role = 'leader' AND (h.unit_id IS NULL OR h.at_unit IS NULL OR h.unit_id = h.at_unit) AS leads,
            CASE WHEN side = 'sender' THEN h.id IN (h.owner_id, r.created_by_id)
                ELSE h.unit_id = h.at_unit OR h.at_unit IS NULL
                    OR h.role = 'leader' AND h.unit_id IS NULL END AS works
        FROM house h
    )
    SELECT f.id FROM fitting f WHERE CASE WHEN lead THEN f.leads ELSE f.works END
$$;

CREATE FUNCTION gate.tell_side(r public.referrals_referral, side text, lead boolean, kind text, key text)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    told integer;
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(),
        CASE WHEN side = 'sender' THEN r.case_id END, m, kind, r.id, key
    FROM gate.side_of(r, side, lead) m
    WHERE m IS DISTINCT FROM gate.member()
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $$;

-- Coordinators who are members today, of whatever organisation coordinates.
CREATE FUNCTION gate.coordinators() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id FROM public.access_member m JOIN public.access_organisation o ON o.id = m.organisation_id
    WHERE o.kind = 'coordination' AND o.active AND m.role = 'coordinator'
        AND (m.until IS NULL OR m.until > statement_timestamp())
$$;

-- Whether what nobody deals with reaches anybody above the two sides. It says nothing of whom.
CREATE FUNCTION gate.has_coordinator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM gate.coordinators())
$$;

-- Where there is no coordinator the sender's leader hears that there is none, and whoever sent it
-- where there is no leader either: the last word never goes to nobody.
CREATE FUNCTION gate.tell_coordinators(r public.referrals_referral, kind text, key text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    told integer;
BEGIN
    IF NOT gate.has_coordinator() THEN
        RETURN gate.tell_side(r, 'sender', EXISTS (SELECT 1 FROM gate.side_of(r, 'sender', true)),
            'referral-nobody', key);
    END IF;
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), m, kind, r.id, key FROM gate.coordinators() m
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $$;

CREATE FUNCTION gate.tell_sent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.tell_side(NEW, 'receiver', false, 'referral-received', 'referral-received:' || NEW.id);
    RETURN NEW;
END $$;

CREATE FUNCTION gate.tell_step(step public.referrals_referralstep) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    r public.referrals_referral;
    said record;
BEGIN
    SELECT * INTO r FROM public.referrals_referral t WHERE t.id = step.of_id;
    FOR said IN
        SELECT k.side, k.kind FROM (VALUES
            ('see', 'sender', 'referral-seen'), ('ask', 'sender', 'referral-asked'),
            ('answer', 'receiver', 'referral-replied'), ('accept', 'sender', 'referral-accepted'),
            ('decline', 'sender', 'referral-declined'), ('hand_on', 'sender', 'referral-handed-on'),
            ('withdraw', 'receiver', 'referral-withdrawn'), ('cancel', 'receiver', 'referral-withdrawn'),
            ('recall', 'receiver', 'referral-deletion'), ('revoke', 'receiver', 'referral-deletion'),
            ('unshare', 'receiver', 'referral-deletion'), ('delete', 'sender', 'referral-deleted'),
            ('arrive', 'sender', 'referral-arrived'), ('arrive', 'receiver', 'referral-arrived'),
            ('miss', 'sender', 'referral-missed'), ('miss', 'receiver', 'referral-missed'),
            ('close', 'sender', 'referral-closed'), ('close', 'receiver', 'referral-closed'),
            ('run_out', 'sender', 'referral-closed'), ('run_out', 'receiver', 'referral-closed'),
            ('expire', 'sender', 'referral-expired'), ('expire', 'receiver', 'referral-expired')
        ) k (move, side, kind) WHERE k.move = step.move AND k.side <> step.side
    LOOP
        PERFORM gate.tell_side(r, said.side, false, said.kind, said.kind || ':' || step.id);
    END LOOP;
    -- What time alone ends is not ended behind the backs of those who answer for it.
    IF step.move = 'expire' THEN
        PERFORM gate.tell_side(r, side, true, 'referral-expired', 'referral-expired:' || step.id)
        FROM unnest(ARRAY['sender', 'receiver']) side;
    ELSIF step.move = 'run_out' AND step.start = 'accepted' THEN
        PERFORM gate.tell_side(r, side, true, 'referral-no-arrival', 'referral-lost:' || step.id)
        FROM unnest(ARRAY['sender', 'receiver']) side;
        PERFORM gate.tell_coordinators(r, 'referral-lost', 'referral-lost:' || step.id);
    END IF;
END $$;
GRANT EXECUTE ON FUNCTION gate.tell_sent TO samvern_owner;
GRANT EXECUTE ON FUNCTION gate.has_coordinator TO samvern_app;
RESET ROLE;
CREATE TRIGGER tell_sent AFTER INSERT ON referrals_referral FOR EACH ROW
    EXECUTE FUNCTION gate.tell_sent();
