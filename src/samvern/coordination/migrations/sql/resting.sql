-- SPDX-License-Identifier: EUPL-1.2
-- What stands on a consent that no longer holds: found, and ended where nobody is being helped by it.

SET LOCAL ROLE samvern_gate;

-- Whether something may rest on a consent today.
CREATE FUNCTION gate.lost_consent(of_consent uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce((SELECT CASE WHEN c.refused THEN 'refused'
            WHEN c.withdrawn_at IS NOT NULL THEN 'withdrawn'
            WHEN c.expires_on < (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date
                THEN 'expired'
            ELSE '' END
        FROM public.cases_consent c WHERE c.id = of_consent), 'missing')
$$;

-- Whether she has a bed, is expected or has an appointment with an organisation.
CREATE FUNCTION gate.helps_now(of_case uuid, organisation uuid, share uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM public.places_booking b WHERE b.case_id = of_case
            AND b.receiver_id = organisation AND b.state IN ('held', 'booked', 'arrived'))
        OR EXISTS (SELECT 1 FROM public.referrals_referral r
            WHERE r.id = share AND r.state IN ('accepted', 'arrived'))
        OR EXISTS (SELECT 1 FROM public.coordination_seat s
            JOIN public.coordination_conference f ON f.id = s.conference_id
            WHERE s.share_id = share AND s.state IN ('invited', 'yes', 'maybe')
                AND f.state = 'planned')
$$;

-- What lives on consents that do not hold. The case stays within the gate.
CREATE FUNCTION gate.on_lost_consents()
RETURNS TABLE (kind text, thing uuid, of_case uuid, consent uuid, why text, helps boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT l.kind, l.thing, l.of_case, l.consent, gate.lost_consent(l.consent), l.helps FROM (
        SELECT 'share' AS kind, s.id AS thing, s.case_id AS of_case, s.consent_id AS consent,
            gate.helps_now(s.case_id, s.organisation_id, s.id) AS helps
        FROM public.access_share s
        WHERE (s.basis = 'consent' OR s.consent_id IS NOT NULL) AND s.ended_at IS NULL
            AND s.until > statement_timestamp() AND gate.lost_consent(s.consent_id) <> ''
        UNION ALL
        SELECT 'referral', r.id, r.case_id, r.consent_id,
            gate.helps_now(r.case_id, r.receiver_id, r.id)
        FROM public.referrals_referral r
        WHERE r.basis = 'consent' AND r.state IN ('sent', 'seen', 'asked_back', 'answered_back')
            AND gate.lost_consent(r.consent_id) <> ''
        UNION ALL
        -- A letter that was posted while the consent held has been read.
        SELECT 'sending', x.id, x.case_id, x.consent_id, x.state = 'can_help'
        FROM public.referrals_sending x
        WHERE (x.basis = 'consent' OR x.consent_id IS NOT NULL)
            AND x.state IN ('waiting', 'opened', 'received', 'ring', 'can_help')
            AND (gate.lost_consent(x.consent_id) IN ('refused', 'withdrawn', 'missing')
                OR x.way = 'link' AND x.expires_at > statement_timestamp()
                    AND gate.lost_consent(x.consent_id) = 'expired')
        UNION ALL
        -- Once it is sent, a way across a border goes on whatever becomes of the consent.
        SELECT 'crossing', x.id, x.case_id, x.consent_id, false
        FROM public.referrals_crossing x
        WHERE (x.transfer = 'consent' OR x.consent_id IS NOT NULL) AND x.state = 'prepared'
            AND gate.lost_consent(x.consent_id) <> ''
    ) l
$$;

-- For whoever looks after the installation: which kind, which row, and why. No case, and nobody.
CREATE FUNCTION gate.list_lost_consents()
RETURNS TABLE (kind text, thing uuid, why text, helps boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.kind, l.thing, l.why, l.helps FROM gate.on_lost_consents() l ORDER BY l.kind, l.thing
$$;

CREATE FUNCTION gate.end_thing_of_consent(kind text, of_thing uuid, of_consent uuid, owner uuid)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    s public.referrals_sending;
BEGIN
    CASE kind
    WHEN 'share' THEN
        UPDATE public.access_share x SET ended_at = statement_timestamp()
        WHERE x.id = of_thing AND x.ended_at IS NULL;
    WHEN 'referral' THEN
        PERFORM gate.end_referral(of_thing, 'cancel', 'revoke', NULL);
    WHEN 'sending' THEN
        SELECT * INTO s FROM public.referrals_sending x WHERE x.id = of_thing FOR UPDATE;
        PERFORM gate.step_sending(s, 'call_back', 'consent', NULL, NULL);
    ELSE
        PERFORM gate.finish_thing('referrals_crossing', of_thing, ARRAY['stop'], 'consent', owner,
            statement_timestamp());
    END CASE;
END $$;

-- The leaders of the unit and the owner, once for each thing; never somebody shut out of the case.
CREATE FUNCTION gate.tell_lost_consent(of_case uuid, what text, of_thing uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), c.id, m.id, what, of_thing, what || ':' || of_thing
    FROM public.cases_case c JOIN public.access_member m ON m.organisation_id = c.organisation_id
        AND (m.id = c.owner_id OR m.role = 'leader' AND coalesce(m.unit_id, c.unit_id) = c.unit_id)
    WHERE c.id = of_case AND (m.until IS NULL OR m.until > statement_timestamp())
        AND NOT EXISTS (SELECT 1 FROM public.access_bar b
            WHERE b.member_id = m.id AND b.case_id = c.id)
    ON CONFLICT DO NOTHING
$$;

-- End what stands on consents that do not hold, and tell the leaders; where somebody is being
-- helped nothing is ended, and they are told to decide. It can do nothing else, so anybody may.
CREATE FUNCTION gate.end_lost_consents()
RETURNS TABLE (kind text, thing uuid, why text, ended boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    l record;
    lines jsonb := '[]';
BEGIN
    FOR l IN SELECT x.*, c.owner_id FROM gate.on_lost_consents() x
        LEFT JOIN public.cases_case c ON c.id = x.of_case ORDER BY x.consent, x.kind DESC, x.thing
    LOOP
        IF NOT l.helps THEN
            PERFORM gate.end_thing_of_consent(l.kind, l.thing, l.consent, l.owner_id);
            lines := lines || jsonb_build_object('act', 'consent.repair', 'case', l.of_case,
                'object', l.thing, 'detail', jsonb_build_object('what', l.kind, 'why', l.why));
        END IF;
        PERFORM gate.tell_lost_consent(l.of_case, concat_ws('-', 'consent',
            CASE WHEN l.kind IN ('share', 'referral') THEN 'share' ELSE 'sending' END,
            CASE WHEN l.helps THEN 'urgent' ELSE 'ended' END), l.thing);
        kind := l.kind;
        thing := l.thing;
        why := l.why;
        ended := NOT l.helps;
        RETURN NEXT;
    END LOOP;
    -- Last, because a chain is locked from its first new line until the commit.
    PERFORM audit.append(lines);
END $$;

REVOKE ALL ON FUNCTION gate.lost_consent(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.helps_now(uuid, uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.on_lost_consents() FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.list_lost_consents() FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.end_thing_of_consent(text, uuid, uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.tell_lost_consent(uuid, text, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.end_lost_consents() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.list_lost_consents() TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.end_lost_consents() TO samvern_app;

RESET ROLE;
