-- SPDX-License-Identifier: EUPL-1.2
-- Finding people by blind indexes: the one way, counted and logged. What others keep is never
-- found; they can be asked, and then they decide.
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_inquiry, identity_answer TO samvern_gate;
CREATE POLICY samvern_gate ON identity_inquiry TO samvern_gate USING (true) WITH CHECK (true);
CREATE POLICY samvern_gate ON identity_answer TO samvern_gate USING (true) WITH CHECK (true);

-- A line in the trail of the case's organisation alone: who asked must not learn from her own
-- trail that there is such a case.
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
GRANT EXECUTE ON FUNCTION audit.tell TO samvern_gate;
RESET ROLE;

SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('identity.ask', 10, 30);

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

CREATE FUNCTION gate.find_subjects(blinds bytea[], purpose text, fields text[])
RETURNS TABLE (allowed boolean, case_id uuid, person_id uuid, claim_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    hits uuid[];
BEGIN
    IF NOT gate.opens('identity') OR cardinality(blinds) > 20 OR NOT gate.spend('identity.find', 1, NULL) THEN
        RETURN QUERY SELECT false, NULL::uuid, NULL::uuid, NULL::uuid;
        RETURN;
    END IF;
    hits := ARRAY (
        SELECT l.id FROM public.identity_lookup l
        WHERE l.blind = ANY (blinds) AND gate.sees(l.case_id, 'identity') LIMIT 50);
    PERFORM audit.append(jsonb_build_array(jsonb_build_object(
        'act', 'identity.find', 'outcome', 'seen', 'detail', jsonb_build_object(
            'purpose', purpose, 'by', fields, 'rows', (
                SELECT count(DISTINCT l.person_id) FROM public.identity_lookup l WHERE l.id = ANY (hits)),
            'sought', (SELECT jsonb_agg(encode(substr(b, 1, 8), 'hex')) FROM unnest(blinds) b)))));
    RETURN QUERY SELECT true, l.case_id, l.person_id, l.claim_id
        FROM public.identity_lookup l WHERE l.id = ANY (hits);
    IF NOT FOUND THEN
        RETURN QUERY SELECT true, NULL::uuid, NULL::uuid, NULL::uuid;
    END IF;
END $$;

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

-- Answer for a case of one's own. A no reaches nobody.
CREATE FUNCTION gate.answer_inquiry(of_answer uuid, says_yes boolean, of_contact text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    given public.identity_answer;
    asked public.identity_inquiry;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT a.* INTO given FROM public.identity_answer a
    JOIN public.cases_case c ON c.id = a.case_id AND c.organisation_id = who.organisation
    WHERE a.id = of_answer AND a.is_yes IS NULL AND a.expires_at > statement_timestamp()
        AND who.role IN ('case_worker', 'leader') AND gate.sees(a.case_id, 'identity')
    FOR UPDATE OF a;
    IF given.id IS NULL OR says_yes IS NULL OR says_yes AND of_contact = '' THEN
        RETURN false;
    END IF;
    UPDATE public.identity_answer a SET is_yes = says_yes, answered_by_id = who.member,
        answered_at = statement_timestamp(),
        contact = CASE WHEN says_yes THEN left(of_contact, 250) ELSE '' END
    WHERE a.id = of_answer;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'identity.answer',
        'case', given.case_id, 'object', of_answer, 'detail', jsonb_build_object('yes', says_yes))));
    IF says_yes THEN
        SELECT i.* INTO asked FROM public.identity_inquiry i WHERE i.id = given.inquiry_id;
        INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
        VALUES (gen_random_uuid(), statement_timestamp(), asked.case_id, asked.asked_by_id,
            'inquiry-answered', asked.id, 'answer:' || of_answer);
        PERFORM audit.tell(asked.case_id, jsonb_build_object('act', 'identity.answered',
            'object', asked.id, 'detail', '{}'::jsonb));
    END IF;
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
GRANT EXECUTE ON FUNCTION gate.find_subjects, gate.ask_others, gate.answer_inquiry, gate.yeses
    TO samvern_app;
RESET ROLE;
