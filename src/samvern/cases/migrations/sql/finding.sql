-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_audit;

CREATE FUNCTION audit.tell(of_case uuid, entry jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    keeper uuid;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT c.organisation_id INTO keeper FROM public.cases_case c WHERE c.id = of_case;
    PERFORM audit.add(keeper, who, entry || jsonb_build_object('case', of_case));
END $$;

SET LOCAL ROLE samvern_gate;

-- Whether she may see this category of one case; for functions, as policies use the array form.
CREATE FUNCTION gate.sees(of_case uuid, category text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT gate.opens(category) AND of_case <> ALL (gate.barred()) AND (
        of_case = ANY (gate.shared(category)) OR of_case = ANY (gate.mine())
        OR EXISTS (
            SELECT 1 FROM public.cases_case c, gate.acting() a
            WHERE c.id = of_case AND (c.owner_id = a.member OR c.unit_id = ANY (gate.led())
                OR c.circle = 'unit' AND c.unit_id = ANY (gate.units()))))
$$;

-- Ask every other organisation whether it knows a person of one's own case. The answer is the
-- same whether anybody does or not; the owners of matching cases are told, and decide.
CREATE FUNCTION gate.ask_others(
    asking uuid, of_case uuid, of_person uuid, blinds bytea[], for_purpose text
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    until timestamptz := statement_timestamp() + interval '14 days';
    says text;
    hit record;
    reached uuid;
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
    SELECT left(m.name || ', ' || o.name, 250) INTO says FROM public.access_member m
    JOIN public.access_organisation o ON o.id = m.organisation_id WHERE m.id = who.member;
    INSERT INTO public.identity_inquiry
        (id, created_at, case_id, person_id, asked_by_id, purpose, expires_at)
    VALUES (asking, statement_timestamp(), of_case, of_person, who.member, for_purpose, until);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'identity.ask',
        'case', of_case, 'object', asking, 'detail', jsonb_build_object('purpose', for_purpose))));
    FOR hit IN
        SELECT DISTINCT l.case_id, l.person_id, c.owner_id FROM public.identity_lookup l
        JOIN public.cases_case c ON c.id = l.case_id
        WHERE l.blind = ANY (blinds) AND c.organisation_id <> who.organisation
            AND c.erased_at IS NULL
        ORDER BY l.case_id, l.person_id LIMIT 20
    LOOP
        reached := gen_random_uuid();
        INSERT INTO public.identity_answer (id, created_at, case_id, person_id, inquiry_id, asker,
            purpose, expires_at, contact)
        VALUES (reached, statement_timestamp(), hit.case_id, hit.person_id, asking, says,
            for_purpose, until, '');
        INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
        VALUES (gen_random_uuid(), statement_timestamp(), hit.case_id, hit.owner_id,
            'inquiry-received', reached, 'inquiry:' || reached);
        PERFORM audit.tell(hit.case_id, jsonb_build_object('act', 'identity.asked',
            'object', reached, 'detail', jsonb_build_object('purpose', for_purpose, 'asker', says)));
    END LOOP;
    RETURN true;
END $$;

-- Who said yes to an inquiry of a case she works in; nothing of their case.
CREATE FUNCTION gate.yeses(of_case uuid)
RETURNS TABLE (inquiry uuid, organisation text, contact text, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT i.id, o.name::text, a.contact::text, a.answered_at FROM public.identity_inquiry i
    JOIN public.identity_answer a ON a.inquiry_id = i.id AND a.is_yes
    JOIN public.cases_case c ON c.id = a.case_id
    JOIN public.access_organisation o ON o.id = c.organisation_id
    WHERE i.case_id = of_case AND gate.sees(of_case, 'identity') ORDER BY a.answered_at
$$;

RESET ROLE;
