-- SPDX-License-Identifier: EUPL-1.2

ALTER TABLE public.cases_parcel ADD COLUMN taken_by uuid, ADD COLUMN taken_tx xid8;
CREATE POLICY samvern_gate_update ON public.cases_parcel FOR UPDATE TO samvern_gate USING (true);
GRANT UPDATE (taken_by, taken_tx) ON public.cases_parcel TO samvern_gate;

SET LOCAL ROLE samvern_gate;

DROP FUNCTION gate.break_glass(of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer);

-- Whether she may open something in an emergency at all. Whether there was such a case she learns
-- from gate.glass_opened, once it is committed that she opened it and its owner and leaders are told.
CREATE FUNCTION gate.break_glass(
    of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer
) RETURNS boolean
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
    THEN RETURN false; END IF;
    -- Locked before it is judged: whoever closes it at the same moment is waited for.
    PERFORM 1 FROM public.cases_case c WHERE c.reference = of_reference FOR SHARE;
    SELECT * INTO found FROM public.cases_case c
    WHERE c.reference = of_reference AND c.erased_at IS NULL AND c.state = 'open'
        AND c.id <> ALL (gate.barred());
    IF found.id IS NULL THEN RETURN true; END IF;
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
    RETURN true;
END $$;

-- The case of an opening of the actor's that lasts.
CREATE FUNCTION gate.glass_opened(opening uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT g.case_id FROM public.access_glass g
    WHERE g.id = opening AND g.member_id = gate.member() AND g.ended_at IS NULL
        AND g.expires_at > statement_timestamp() AND gate.told(g.tx)
$$;

-- Organisations whose members' names she knows: those that share a case with hers now, either way,
-- and those an emergency has brought together with hers.
CREATE OR REPLACE FUNCTION gate.partners() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(organisation), '{}') FROM (
        SELECT c.organisation_id AS organisation FROM gate.acting() a
        JOIN public.access_share s ON s.organisation_id = a.organisation
        JOIN public.cases_case c ON c.id = s.case_id
        WHERE a.role IN ('case_worker', 'leader') AND s.ended_at IS NULL
            AND s.since <= statement_timestamp() AND s.until > statement_timestamp()
        UNION
        SELECT g.owner_organisation_id FROM gate.acting() a
        JOIN public.access_glass g ON g.member_id = a.member AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp() AND gate.told(g.tx)
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT m.organisation_id FROM gate.acting() a
        JOIN public.access_glass g ON g.owner_organisation_id = a.organisation
        JOIN public.access_member m ON m.id = g.member_id
        WHERE a.role IN ('case_worker', 'leader')
    ) met
$$;

-- What an inquiry asks by, until it has reached those it is for.
CREATE TABLE gate.asking (
    id uuid PRIMARY KEY,
    blinds bytea[] NOT NULL,
    tx xid8 DEFAULT pg_current_xact_id() NOT NULL
);

-- Ask every other organisation whether it knows a person of one's own case. Nobody is sought yet:
-- gate.reach_others does that, once it is committed that she asked.
CREATE OR REPLACE FUNCTION gate.ask_others(
    asking uuid, of_case uuid, of_person uuid, blinds bytea[], for_purpose text
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    until timestamptz := statement_timestamp() + interval '14 days';
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.role IS NULL OR who.role NOT IN ('case_worker', 'leader') OR cardinality(blinds) > 40
        OR NOT gate.sees(of_case, 'identity') OR NOT EXISTS (
            SELECT 1 FROM public.cases_person p JOIN public.cases_case c ON c.id = p.case_id
            WHERE p.id = of_person AND c.id = of_case AND c.organisation_id = who.organisation)
        OR NOT gate.spend('identity.ask', 1, NULL)
    THEN
        RETURN false;
    END IF;
    INSERT INTO public.identity_inquiry
        (id, created_at, case_id, person_id, asked_by_id, purpose, expires_at)
    VALUES (asking, statement_timestamp(), of_case, of_person, who.member, for_purpose, until);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'identity.ask',
        'case', of_case, 'object', asking, 'detail', jsonb_build_object('purpose', for_purpose))));
    INSERT INTO gate.asking VALUES (asking, blinds);
    RETURN true;
END $$;

-- Bring an inquiry that was committed before to the owners of matching cases, who decide: whoever
-- asked does, or the job of her house, each inquiry once. How many there were is not said.
CREATE FUNCTION gate.reach_others() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    asked record;
    says text;
    hit record;
    reached uuid;
BEGIN
    SELECT * INTO who FROM gate.acting();
    FOR asked IN
        SELECT i.id, i.purpose, i.expires_at, i.asked_by_id, m.organisation_id, k.blinds
        FROM gate.asking k JOIN public.identity_inquiry i ON i.id = k.id
        JOIN public.access_member m ON m.id = i.asked_by_id
        WHERE gate.told(k.tx) AND (i.asked_by_id = who.member
            OR who.role = 'service' AND m.organisation_id = who.organisation)
        FOR UPDATE OF k SKIP LOCKED
    LOOP
        SELECT left(m.name || ', ' || o.name, 250) INTO says FROM public.access_member m
        JOIN public.access_organisation o ON o.id = m.organisation_id WHERE m.id = asked.asked_by_id;
        FOR hit IN
            SELECT DISTINCT l.case_id, l.person_id, c.owner_id FROM public.identity_lookup l
            JOIN public.cases_case c ON c.id = l.case_id
            WHERE l.blind = ANY (asked.blinds) AND c.organisation_id <> asked.organisation_id
                AND c.erased_at IS NULL
            ORDER BY l.case_id, l.person_id LIMIT 20
        LOOP
            reached := gen_random_uuid();
            INSERT INTO public.identity_answer (id, created_at, case_id, person_id, inquiry_id, asker,
                purpose, expires_at, contact)
            VALUES (reached, statement_timestamp(), hit.case_id, hit.person_id, asked.id, says,
                asked.purpose, asked.expires_at, '');
            INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
            VALUES (gen_random_uuid(), statement_timestamp(), hit.case_id, hit.owner_id,
                'inquiry-received', reached, 'inquiry:' || reached);
            PERFORM audit.tell(hit.case_id, jsonb_build_object('act', 'identity.asked',
                'object', reached, 'detail', jsonb_build_object('purpose', asked.purpose, 'asker', says)));
        END LOOP;
        DELETE FROM gate.asking k WHERE k.id = asked.id;
    END LOOP;
    -- Of an inquiry that was erased with its case there is nothing left to ask.
    DELETE FROM gate.asking k WHERE NOT EXISTS (
        SELECT 1 FROM public.identity_inquiry i WHERE i.id = k.id);
END $$;

-- Answers from the guide go to whoever brings the code first. Here it is taken down that she did;
-- gate.taken_parcel hands them over and removes them. Until that she may bring the code again.
ALTER FUNCTION gate.take_parcel(code bytea) RENAME TO taken_parcel;
CREATE OR REPLACE FUNCTION gate.taken_parcel(code bytea) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM public.cases_parcel p
    WHERE p.code_hash = code AND p.expires_at > statement_timestamp() AND gate.opens('case')
        AND p.taken_by = gate.member() AND gate.told(p.taken_tx)
    RETURNING answers_sealed
$$;
CREATE FUNCTION gate.take_parcel(code bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.cases_parcel p SET taken_by = gate.member(), taken_tx = pg_current_xact_id()
    WHERE p.code_hash = code AND p.expires_at > statement_timestamp() AND gate.opens('case')
        AND coalesce(p.taken_by, gate.member()) = gate.member();
    IF FOUND THEN PERFORM audit.append('[{"act": "parcel.take"}]'); END IF;
END $$;

REVOKE ALL ON FUNCTION gate.break_glass(of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.break_glass(of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer) TO samvern_app;
REVOKE ALL ON FUNCTION gate.glass_opened(opening uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.glass_opened(opening uuid) TO samvern_app;
REVOKE ALL ON FUNCTION gate.reach_others() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.reach_others() TO samvern_app;
REVOKE ALL ON FUNCTION gate.take_parcel(code bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.take_parcel(code bytea) TO samvern_app;

RESET ROLE;
