-- SPDX-License-Identifier: EUPL-1.2

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

RESET ROLE;
