-- SPDX-License-Identifier: EUPL-1.2
-- Who is shut out of a case stays so until a leader ends it, and one looks at it again on a day. A
-- case is never left without a leader who can open it, and leaders are told of each bar: those of
-- the case, and the others of the organisation where it shuts out a leader.

GRANT UPDATE (review_on) ON public.access_bar TO samvern_gate;
CREATE POLICY reviewing ON public.access_bar FOR UPDATE TO samvern_gate USING (true);
UPDATE public.access_bar SET review_on = (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date + 182;
ALTER TABLE public.access_bar ALTER COLUMN review_on SET NOT NULL;

SET LOCAL ROLE samvern_gate;

-- Whether a membership leads the unit of a case, by its own organisation's rules; a bar apart.
CREATE FUNCTION gate.leads(m public.access_member, c public.cases_case) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT m.role = 'leader' AND m.organisation_id = c.organisation_id
        AND coalesce(m.unit_id, c.unit_id) = c.unit_id
        AND (m.until IS NULL OR m.until > statement_timestamp())
$$;

-- Nobody's second membership opens what her first is shut out of.
CREATE FUNCTION gate.bars_person(of_case uuid, of_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM public.access_bar b JOIN public.access_member m ON m.id = b.member_id
        WHERE b.case_id = of_case AND m.user_id = of_person)
$$;

CREATE OR REPLACE FUNCTION gate.barred() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(b.case_id), '{}') FROM gate.acting() a
    JOIN public.access_member m ON m.user_id = a.person
    JOIN public.access_bar b ON b.member_id = m.id
$$;

-- The leaders who can open a case today.
CREATE FUNCTION gate.leaders_of(of_case uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id FROM public.cases_case c
    JOIN public.access_member m ON m.organisation_id = c.organisation_id AND gate.leads(m, c)
        AND m.confirmed_at IS NOT NULL
        AND m.since <= statement_timestamp()
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE c.id = of_case AND NOT gate.bars_person(c.id, m.user_id)
$$;

-- Refuses what leaves a case without a leader who can open it while bars shut leaders out.
CREATE FUNCTION gate.keep_a_leader(of_case uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM gate.leaders_of(of_case)) AND EXISTS (
        SELECT 1 FROM public.cases_case c
        JOIN public.access_bar b ON b.case_id = c.id
        JOIN public.access_member barred ON barred.id = b.member_id
        JOIN public.access_member m ON m.user_id = barred.user_id AND gate.leads(m, c)
        WHERE c.id = of_case)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV424', MESSAGE = 'no leader would be left who can open the case';
    END IF;
END $$;

-- What ends a leader's access in an organisation happens one at a time: of two leaders who are
-- shut out at once, or one shut out while the other leaves, one stays.
CREATE FUNCTION gate.one_at_a_time(of_organisation uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('leaders:' || of_organisation, 0))
$$;

CREATE FUNCTION gate.guard_bar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    c public.cases_case;
BEGIN
    SELECT * INTO c FROM public.cases_case x WHERE x.id = NEW.case_id;
    PERFORM gate.one_at_a_time(c.organisation_id);
    IF TG_WHEN = 'BEFORE' THEN
        NEW.review_on := (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date + 182;
        RETURN NEW;
    END IF;
    IF gate.bars_person(c.id, (SELECT o.user_id FROM public.access_member o WHERE o.id = c.owner_id)) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'the owner is not shut out';
    END IF;
    PERFORM gate.keep_a_leader(c.id);
    RETURN NULL;
END $$;

-- A case that moves to another unit, and a leader who leaves, moves or waits anew.
CREATE FUNCTION gate.guard_case_leaders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.one_at_a_time(NEW.organisation_id);
    PERFORM gate.keep_a_leader(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION gate.guard_leaving_leader() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.one_at_a_time(OLD.organisation_id);
    PERFORM gate.keep_a_leader(c.id) FROM public.cases_case c
    WHERE c.organisation_id = OLD.organisation_id AND c.erased_at IS NULL AND gate.leads(OLD, c)
        AND c.id IN (SELECT b.case_id FROM public.access_bar b);
    RETURN NULL;
END $$;

CREATE FUNCTION gate.tell_bar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NEW.case_id, l.id, 'bar-set', NEW.id, 'bar-set:' || NEW.id
    FROM gate.leaders_of(NEW.case_id) l (id) WHERE l.id <> NEW.added_by_id
    ON CONFLICT DO NOTHING;
    -- Of a leader the other leaders of the organisation hear too, and not of which case.
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), l.id, 'bar-set-leader', NEW.id, 'bar-set-leader:' || NEW.id
    FROM public.access_member b
    JOIN public.access_member l ON l.organisation_id = b.organisation_id AND l.role = 'leader'
        AND l.confirmed_at IS NOT NULL AND NOT gate.bars_person(NEW.case_id, l.user_id)
        AND l.since <= statement_timestamp() AND (l.until IS NULL OR l.until > statement_timestamp())
    WHERE b.id = NEW.member_id AND b.role = 'leader' AND l.id <> NEW.added_by_id
        AND l.id NOT IN (SELECT gate.leaders_of(NEW.case_id))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

-- Who may answer a bar: the leaders of the case; where there is none, any other leader of the
-- organisation. Never somebody who is shut out of the case herself.
CREATE FUNCTION gate.answerers(of_case uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT gate.leaders_of(of_case)
    UNION ALL
    SELECT m.id FROM public.cases_case c
    JOIN public.access_member m ON m.organisation_id = c.organisation_id AND m.role = 'leader'
        AND m.confirmed_at IS NOT NULL AND NOT gate.bars_person(c.id, m.user_id)
        AND m.since <= statement_timestamp() AND (m.until IS NULL OR m.until > statement_timestamp())
    JOIN public.access_user u ON u.id = m.user_id AND u.is_active
    WHERE c.id = of_case AND NOT EXISTS (SELECT 1 FROM gate.leaders_of(of_case))
$$;

-- The bars the acting leader may answer. The reference is hers to read only where the case is.
CREATE FUNCTION gate.bars_to_answer() RETURNS TABLE (
    bar uuid, reference text, name text, added_by text, since timestamptz, review_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT b.id, CASE WHEN c.unit_id = ANY (gate.led()) THEN c.reference END, m.name, adder.name,
        b.created_at, b.review_on
    FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation AND c.erased_at IS NULL
    JOIN public.access_bar b ON b.case_id = c.id
    JOIN public.access_member m ON m.id = b.member_id
    JOIN public.access_member adder ON adder.id = b.added_by_id
    WHERE a.role = 'leader' AND a.categories IS NULL AND a.member IN (SELECT gate.answerers(c.id))
    ORDER BY b.review_on, m.name
$$;

-- A leader keeps a bar for half a year more, or ends it.
CREATE FUNCTION gate.answer_bar(of_bar uuid, keeps boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    b public.access_bar;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF keeps IS NULL OR who.role IS DISTINCT FROM 'leader' OR who.categories IS NOT NULL
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes' THEN RETURN false; END IF;
    SELECT * INTO b FROM public.access_bar x WHERE x.id = of_bar FOR UPDATE;
    IF b.id IS NULL OR NOT who.member IN (SELECT gate.answerers(b.case_id)) THEN RETURN false; END IF;
    IF keeps THEN
        UPDATE public.access_bar x SET review_on = (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date + 182
        WHERE x.id = b.id;
        PERFORM audit.append(jsonb_build_array(
            jsonb_build_object('act', 'team.bar_keep', 'case', b.case_id, 'object', b.member_id)));
    ELSE
        DELETE FROM public.access_bar x WHERE x.id = b.id;
        PERFORM audit.append(jsonb_build_array(
            jsonb_build_object('act', 'team.bar_end', 'case', b.case_id, 'object', b.member_id)));
    END IF;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), b.case_id, t.id,
        CASE WHEN keeps THEN 'bar-kept' ELSE 'bar-ended' END, b.id,
        concat_ws(':', 'bar-answered', b.id, extract(epoch FROM statement_timestamp()))
    FROM (SELECT gate.leaders_of(b.case_id) UNION SELECT b.added_by_id
        WHERE gate.works_on(b.added_by_id, b.case_id)) t (id)
    WHERE t.id NOT IN (who.member, b.member_id) ON CONFLICT DO NOTHING;
    RETURN true;
END $$;

-- Reminds those who may answer, two weeks before the day and again each week after it. Called by
-- the job of an organisation; how many notices that made.
CREATE FUNCTION gate.remind_of_bars() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    today date := (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date;
    made integer;
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NULL, l.id,
        CASE WHEN b.review_on > today THEN 'bar-review' ELSE 'bar-review-late' END, b.id,
        concat_ws(':', 'bar-review', b.id, b.review_on, greatest(-1, floor((today - b.review_on) / 7.0)))
    FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation AND c.erased_at IS NULL
    JOIN public.access_bar b ON b.case_id = c.id AND b.review_on <= today + 14
    CROSS JOIN LATERAL gate.answerers(c.id) l (id)
    WHERE a.role = 'service'
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END $$;

REVOKE ALL ON FUNCTION gate.leads(public.access_member, public.cases_case), gate.bars_person(uuid, uuid),
    gate.leaders_of(uuid), gate.keep_a_leader(uuid), gate.one_at_a_time(uuid), gate.guard_bar(),
    gate.guard_case_leaders(), gate.guard_leaving_leader(), gate.tell_bar(), gate.answerers(uuid),
    gate.bars_to_answer(), gate.answer_bar(uuid, boolean), gate.remind_of_bars() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.bars_to_answer(), gate.answer_bar(uuid, boolean), gate.remind_of_bars()
    TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.guard_bar(), gate.guard_case_leaders(), gate.guard_leaving_leader(),
    gate.tell_bar() TO samvern_owner;

-- By person, as the rest: neither put on the case nor given it through another membership.
CREATE OR REPLACE FUNCTION gate.refuse_barred(of_case uuid, of_member uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF gate.bars_person(of_case, (SELECT m.user_id FROM public.access_member m WHERE m.id = of_member))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'shut out of the case';
    END IF;
END $$;

RESET ROLE;

CREATE TRIGGER guard_bar BEFORE INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.guard_bar();
CREATE TRIGGER guard_bar_after AFTER INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.guard_bar();
CREATE TRIGGER tell_bar AFTER INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.tell_bar();
CREATE TRIGGER keep_a_leader AFTER UPDATE OF unit_id, organisation_id ON public.cases_case FOR EACH ROW
    WHEN ((OLD.unit_id, OLD.organisation_id) IS DISTINCT FROM (NEW.unit_id, NEW.organisation_id))
    EXECUTE FUNCTION gate.guard_case_leaders();
CREATE TRIGGER keep_a_leader AFTER UPDATE OF until, unit_id ON public.access_member FOR EACH ROW
    WHEN (OLD.role = 'leader' AND (OLD.until, OLD.unit_id) IS DISTINCT FROM (NEW.until, NEW.unit_id))
    EXECUTE FUNCTION gate.guard_leaving_leader();

-- Whoever owns the case or leads its unit bars, in her own name, and never herself.
DROP POLICY insert_samvern_app ON public.access_bar;
CREATE POLICY insert_samvern_app ON public.access_bar FOR INSERT TO samvern_app WITH CHECK (
    (SELECT gate.opens('case')) AND case_id <> ALL ((SELECT gate.barred())::uuid[])
    AND added_by_id = (SELECT gate.member())
    AND EXISTS (SELECT 1 FROM public.cases_case c WHERE c.id = access_bar.case_id
        AND c.organisation_id = (SELECT gate.organisation())
        AND (c.owner_id = (SELECT gate.member())
            OR (SELECT gate.role()) = 'leader' AND c.unit_id = ANY ((SELECT gate.led())::uuid[])))
    AND member_id IN (SELECT m.id FROM public.access_member m
        WHERE m.organisation_id = (SELECT gate.organisation()) AND m.user_id <> (SELECT gate.person())));
