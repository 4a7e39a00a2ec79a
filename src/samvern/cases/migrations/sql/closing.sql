-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Being asked by others costs nothing; a yes tells somebody outside, and asks for an open case.
CREATE FUNCTION gate.answer_inquiry(of_answer uuid, says_yes boolean, of_contact text)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    given public.identity_answer;
    asked public.identity_inquiry;
BEGIN
    SELECT * INTO who FROM gate.acting();
    PERFORM 1 FROM public.cases_case c JOIN public.identity_answer a ON a.case_id = c.id
    WHERE a.id = of_answer FOR SHARE OF c;
    SELECT a.* INTO given FROM public.identity_answer a
    JOIN public.cases_case c ON c.id = a.case_id AND c.organisation_id = who.organisation
    WHERE a.id = of_answer AND a.is_yes IS NULL AND a.expires_at > statement_timestamp()
        AND (c.state = 'open' OR NOT says_yes)
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

-- Erasing ends what still goes on before its rows are removed, so that the others are told.
CREATE FUNCTION gate.erase_case(p public.cases_proposal, c public.cases_case) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    made public.cases_certificate;
    moment timestamptz := date_trunc('milliseconds', statement_timestamp());
BEGIN
    PERFORM gate.end_living(c.id, coalesce(gate.member(), c.owner_id), true);
    made.id := gen_random_uuid();
    made.created_at := moment;
    made.erased_at := moment;
    made.case_id := c.id;
    made.organisation_id := c.organisation_id;
    made.unit_id := c.unit_id;
    made.rule := p.rule;
    made.action := p.action;
    made.receipt := p.receipt;
    made.decisions := CASE WHEN p.action = 'delete' THEN '[]' ELSE gate.decisions(c.id) END;
    SELECT count(*) INTO made.files_destroyed FROM public.cases_document d
    WHERE d.case_id = c.id AND d.removed_at IS NULL;
    UPDATE public.identity_key k SET wrapped = NULL, shredded_at = moment
    WHERE k.case_id = c.id AND k.wrapped IS NOT NULL;
    GET DIAGNOSTICS made.keys_destroyed = ROW_COUNT;
    made.rows_erased := gate.empty_case(c.id);
    UPDATE public.cases_case k SET label_sealed = NULL, close_sealed = NULL, hold_sealed = NULL,
        erased_at = moment WHERE k.id = c.id;
    UPDATE public.cases_proposal q SET state = 'done', words_sealed = NULL WHERE q.id = p.id;
    -- Last, because changing a row has just kept what it was.
    made.rows_erased := made.rows_erased || audit.erase(c.id);
    made.digest := gate.digest_of(made);
    INSERT INTO public.cases_certificate SELECT (made).*;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'case.erase', 'case', c.id,
        'object', made.id, 'detail', jsonb_build_object('digest', made.digest, 'rule', made.rule))));
    RETURN made.id;
END $$;

-- Whether a member has a say over a case by her own house's rules.
CREATE FUNCTION gate.works_on(of_member uuid, of_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.access_member m
        JOIN public.cases_case c ON c.id = of_case AND c.organisation_id = m.organisation_id
        WHERE m.id = of_member AND m.role IN ('case_worker', 'leader', 'program')
            AND (m.until IS NULL OR m.until > statement_timestamp())
            AND (m.role = 'program' OR c.owner_id = m.id
                OR c.circle = 'unit' AND c.unit_id = m.unit_id
                OR m.role = 'leader' AND coalesce(m.unit_id, c.unit_id) = c.unit_id
                OR EXISTS (SELECT 1 FROM public.access_teammember t
                    WHERE t.case_id = c.id AND t.member_id = m.id AND t.ended_at IS NULL))
            AND NOT EXISTS (SELECT 1 FROM public.access_bar b
                WHERE b.case_id = c.id AND b.member_id = m.id))
$$;

-- In whose name something of a case is done that somebody set going: hers while she has the case,
-- and the owner's after that.
CREATE FUNCTION gate.answerer(of_case uuid, begun_by uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT CASE WHEN c.id IS NULL OR gate.works_on(begun_by, c.id) THEN begun_by ELSE c.owner_id END
    FROM (SELECT 1) one LEFT JOIN public.cases_case c ON c.id = of_case
$$;

-- Everything alive on a case, for those who have a say over it; `keeper` is who has been named.
CREATE FUNCTION gate.alive_on(of_case uuid) RETURNS TABLE (name text, thing uuid, keeper uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    k gate.living;
BEGIN
    IF NOT coalesce(gate.works_on(gate.member(), of_case), false) THEN RETURN; END IF;
    FOR k IN SELECT * FROM gate.living l ORDER BY l.place LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, t.id, a.member_id FROM public.%I t LEFT JOIN public.cases_aftercare a '
            'ON a.case_id = $1 AND a.thing_id = t.id AND a.ended_at IS NULL '
            'WHERE t.case_id = $1 AND (%s) ORDER BY t.id', k.name, k.thing, k.alive) USING of_case;
    END LOOP;
END $$;

-- The shares first, in one order: whoever ends one by hand holds it before its referral.
CREATE FUNCTION gate.end_living(of_case uuid, mover uuid, everything boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    k gate.living;
    one uuid;
BEGIN
    PERFORM 1 FROM public.access_share s WHERE s.case_id = of_case ORDER BY s.id FOR UPDATE;
    FOR k IN SELECT * FROM gate.living l ORDER BY l.place LOOP
        FOR one IN EXECUTE format(
            'SELECT t.id FROM public.%I t WHERE t.case_id = $1 AND (%s) AND ($2 OR NOT EXISTS ('
            'SELECT 1 FROM public.cases_aftercare a WHERE a.case_id = $1 AND a.thing_id = t.id '
            'AND a.ended_at IS NULL)) ORDER BY t.id', k.thing, k.alive) USING of_case, everything
        LOOP
            IF k.fate = 'kept' AND NOT everything THEN
                -- Whoever maintains the database is nobody who could name somebody.
                CONTINUE WHEN gate.member() IS NULL;
                RAISE EXCEPTION USING ERRCODE = 'SV424', MESSAGE = k.name;
            END IF;
            IF k.finish <> '' THEN EXECUTE k.finish USING one, mover, clock_timestamp(); END IF;
        END LOOP;
    END LOOP;
END $$;

CREATE FUNCTION gate.follow_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.state = 'closed' THEN
        PERFORM gate.end_living(NEW.id, coalesce(gate.member(), NEW.owner_id), false);
    ELSE
        UPDATE public.cases_aftercare SET ended_at = statement_timestamp()
        WHERE case_id = NEW.id AND ended_at IS NULL;
    END IF;
    RETURN NULL;
END $$;

-- Nothing comes alive on a closed case.
CREATE FUNCTION gate.needs_open_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    found text;
BEGIN
    SELECT c.state INTO found FROM public.cases_case c WHERE c.id = NEW.case_id FOR SHARE;
    IF found = 'closed' THEN
        RAISE EXCEPTION USING ERRCODE = 'SV423', MESSAGE = 'the case is closed';
    END IF;
    RETURN NEW;
END $$;

-- No step on a closed case, but on what goes on, and those that give nobody anything. What closing
-- has ended answers as it answers everybody who comes too late: gate.take_step says so after this.
CREATE FUNCTION gate.step_in_open_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    of_case uuid;
    found text;
    stands text;
BEGIN
    EXECUTE format('SELECT t.case_id FROM public.%I t WHERE t.id = $1', TG_ARGV[0])
        INTO of_case USING NEW.of_id;
    SELECT c.state INTO found FROM public.cases_case c WHERE c.id = of_case FOR SHARE;
    IF found IS DISTINCT FROM 'closed' OR EXISTS (
            SELECT 1 FROM public.cases_aftercare a
            WHERE a.case_id = of_case AND a.thing_id = NEW.of_id AND a.ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM gate.living l WHERE l.thing = TG_ARGV[0] AND NEW.move = ANY (l.still))
    THEN
        RETURN NEW;
    END IF;
    EXECUTE format('SELECT t.state FROM public.%I t WHERE t.id = $1', TG_ARGV[0])
        INTO stands USING NEW.of_id;
    IF EXISTS (SELECT 1 FROM gate.course c
            WHERE c.thing = TG_ARGV[0] AND c.move = NEW.move AND c.start = stands) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV423', MESSAGE = 'the case is closed';
    END IF;
    RETURN NEW;
END $$;

-- Somebody is named for a living thing of an open case that can go on, or another in her place.
CREATE FUNCTION gate.keep_aftercare() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    k gate.living;
    lives boolean;
BEGIN
    IF NOT coalesce(gate.works_on(NEW.member_id, NEW.case_id), false) THEN
        RAISE insufficient_privilege USING MESSAGE = 'cases_aftercare: the case is not hers';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_at IS NOT NULL THEN
            RAISE check_violation USING MESSAGE = 'cases_aftercare: it has ended';
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO k FROM gate.living l WHERE l.name = NEW.kind AND l.fate <> 'ends';
    IF k.name IS NULL THEN
        RAISE check_violation USING MESSAGE = 'cases_aftercare: this does not go on';
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I t WHERE t.id = $1 AND t.case_id = $2 AND (%s))',
        k.thing, k.alive) INTO lives USING NEW.thing_id, NEW.case_id;
    IF NOT lives THEN RAISE check_violation USING MESSAGE = 'cases_aftercare: it is not alive'; END IF;
    RETURN NEW;
END $$;

RESET ROLE;
