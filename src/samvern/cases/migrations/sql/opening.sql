-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.break_glass(
    of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer
) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    found public.cases_case;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.member IS NULL OR who.role NOT IN ('case_worker', 'leader') OR who.categories IS NOT NULL
        OR hours NOT BETWEEN 1 AND 24 OR octet_length(reason_sealed) < 30
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes'
        OR NOT gate.spend('glass', 1, NULL)
        OR EXISTS (  -- an opening that nobody has reviewed in 72 hours blocks the next
            SELECT 1 FROM public.access_glass g WHERE g.member_id = who.member
            AND g.reviewed_at IS NULL AND g.created_at < statement_timestamp() - interval '72 hours')
    THEN RETURN NULL; END IF;
    -- Locked before it is judged: whoever closes it at the same moment is waited for.
    PERFORM 1 FROM public.cases_case c WHERE c.reference = of_reference FOR SHARE;
    SELECT * INTO found FROM public.cases_case c
    WHERE c.reference = of_reference AND c.erased_at IS NULL AND c.state = 'open'
        AND c.id <> ALL (gate.barred());
    IF found.id IS NULL THEN RETURN NULL; END IF;
    INSERT INTO public.access_glass (id, created_at, case_id, member_id, owner_organisation_id,
        ground, reason_sealed, expires_at, verdict)
    VALUES (opening, statement_timestamp(), found.id, who.member, found.organisation_id, ground,
        reason_sealed, statement_timestamp() + make_interval(hours => hours), '');
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), found.id, m.id,
        CASE m.role WHEN 'leader' THEN 'glass-review' ELSE 'glass-broken' END, opening,
        'glass:' || opening
    FROM public.access_member m
    WHERE (m.until IS NULL OR m.until > statement_timestamp()) AND m.id <> who.member AND (
        m.id = found.owner_id
        OR m.role = 'leader' AND (
            m.organisation_id = found.organisation_id AND coalesce(m.unit_id, found.unit_id) = found.unit_id
            OR m.organisation_id = who.organisation AND coalesce(m.unit_id, who.unit) = who.unit));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'glass.break', 'case', found.id,
        'object', opening, 'detail', jsonb_build_object('ground', ground, 'hours', hours))));
    RETURN found.id;
END $$;

CREATE FUNCTION gate.review_glass(opening uuid, judged text, lasts boolean, said bytea) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    g public.access_glass;
BEGIN
    SELECT x.* INTO g FROM public.access_glass x
    JOIN public.access_member m ON m.id = x.member_id CROSS JOIN gate.acting() a
    WHERE x.id = opening AND a.role = 'leader' AND x.reviewed_at IS NULL AND m.user_id <> a.person
        AND a.organisation IN (x.owner_organisation_id, m.organisation_id)
        AND x.case_id <> ALL (gate.barred())
        AND judged IN ('justified', 'unjustified', 'follow_up')
        AND (judged <> 'follow_up' OR octet_length(said) >= 30)
    FOR UPDATE OF x;
    IF g.id IS NULL THEN RETURN NULL; END IF;
    UPDATE public.access_glass x SET reviewed_at = statement_timestamp(),
        reviewed_by_id = gate.member(), verdict = judged, words_sealed = said WHERE x.id = g.id;
    IF judged = 'unjustified' AND g.ended_at IS NULL AND g.expires_at > statement_timestamp()
        AND NOT (coalesce(lasts, false) AND gate.asks_of_danger(g.id)) THEN
        PERFORM gate.close_glass(g);
    END IF;
    IF judged = 'follow_up' THEN
        INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
        VALUES (gen_random_uuid(), statement_timestamp(), g.member_id, 'glass-follow-up', g.id,
            'glass-follow-up:' || g.id) ON CONFLICT DO NOTHING;
    END IF;
    RETURN g.case_id;
END $$;

-- Whether the newest judgement of the risk of somebody in the case is grave.
CREATE FUNCTION gate.in_danger(of_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM (SELECT DISTINCT ON (r.person_id) r.level FROM public.cases_risk r
            WHERE r.case_id = of_case ORDER BY r.person_id, r.created_at DESC) newest
        WHERE newest.level IN ('high', 'acute'))
$$;

-- Openings of cases she has a say over, for the page that says who has access.
CREATE FUNCTION gate.may_end_glass(g public.access_glass) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce((
        SELECT g.member_id = a.member
            OR g.case_id <> ALL (gate.barred()) AND (
                a.role = 'leader' AND (
                    EXISTS (SELECT 1 FROM public.cases_case c
                        WHERE c.id = g.case_id AND c.unit_id = ANY (gate.led()))
                    OR EXISTS (SELECT 1 FROM public.access_member m
                        WHERE m.id = g.member_id AND m.organisation_id = a.organisation
                            AND coalesce(a.unit, m.unit_id) IS NOT DISTINCT FROM m.unit_id))
                -- Where somebody is in danger now, a leader decides.
                OR NOT gate.in_danger(g.case_id) AND EXISTS (SELECT 1 FROM public.cases_case c
                    WHERE c.id = g.case_id AND c.owner_id = a.member))
        FROM gate.acting() a WHERE a.role IN ('case_worker', 'leader')), false)
$$;

-- End it, and tell whoever had the case open, if it was not she.
CREATE FUNCTION gate.close_glass(g public.access_glass) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    UPDATE public.access_glass x SET ended_at = statement_timestamp()
    WHERE x.id = g.id AND x.ended_at IS NULL;
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), g.member_id, 'glass-ended', g.id,
        'glass-ended:' || g.id WHERE g.member_id IS DISTINCT FROM gate.member()
    ON CONFLICT DO NOTHING
$$;

RESET ROLE;
