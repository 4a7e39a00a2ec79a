-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Who decided what on which day by which rule: no names, no free words.
CREATE FUNCTION gate.decisions(of_case uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(jsonb_agg(said ORDER BY said ->> 'on', said ->> 'what', id), '[]') FROM (
        SELECT a.id, jsonb_build_object('person', p.number, 'what', a.kind, 'by', a.authority,
            'outcome', a.step, 'on', a.decided_on, 'pack', a.pack, 'version', a.pack_version,
            'hash', a.pack_hash) AS said
        FROM public.cases_assessment a JOIN public.cases_person p ON p.id = a.person_id
        WHERE a.case_id = of_case
        UNION ALL
        SELECT h.id, jsonb_build_object('person', p.number, 'what', 'assistance:' || h.kind,
            'outcome', h.state, 'on', h.since, 'until', h.until)
        FROM public.cases_assistance h JOIN public.cases_person p ON p.id = h.person_id
        WHERE h.case_id = of_case
    ) made
$$;

-- What proves that a certificate is as it was written; the trail holds the same.
CREATE FUNCTION gate.digest_of(c public.cases_certificate) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT encode(sha256(convert_to(jsonb_build_array(c.id, c.case_id, c.organisation_id, c.rule,
        c.action, c.receipt, (extract(epoch FROM c.erased_at) * 1000000)::bigint, c.keys_destroyed,
        c.files_destroyed, c.rows_erased, c.decisions)::text, 'UTF8')), 'hex')
$$;

-- Certificates of the actor's organisation that are no longer as they were written.
CREATE FUNCTION gate.false_certificates() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT c.id FROM gate.acting() a JOIN public.cases_certificate c
        ON c.organisation_id = a.organisation AND a.role IN ('leader', 'auditor')
    WHERE c.digest <> gate.digest_of(c)
$$;

-- Remove the rows of a case from every table that has them; how many from each.
CREATE FUNCTION gate.empty_case(of_case uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    place text;
    gone bigint;
    counted jsonb := '{}';
BEGIN
    FOR place IN
        SELECT c.relname FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        WHERE a.attname = 'case_id' AND NOT a.attisdropped
          AND c.relname NOT IN ('cases_certificate', 'cases_proposal', 'identity_key')
        ORDER BY c.relname
    LOOP
        EXECUTE format('DELETE FROM public.%I WHERE case_id = $1', place) USING of_case;
        GET DIAGNOSTICS gone = ROW_COUNT;
        IF gone > 0 THEN
            counted := counted || jsonb_build_object(place, gone);
        END IF;
    END LOOP;
    RETURN counted;
END $$;

-- Say yes or no to a proposal. Answers in one word; the second yes erases at once.
CREATE FUNCTION gate.decide_erasure(of_proposal uuid, verdict text, archived text, words bytea)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    p public.cases_proposal;
    c public.cases_case;
    other record;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT * INTO p FROM public.cases_proposal q WHERE q.id = of_proposal FOR UPDATE;
    SELECT * INTO c FROM public.cases_case k WHERE k.id = p.case_id FOR UPDATE;
    IF who.member IS NULL OR who.categories IS NOT NULL OR c.id IS NULL
        OR c.organisation_id <> who.organisation OR c.id = ANY (gate.barred())
        OR NOT (who.role = 'leader' AND c.unit_id = ANY (gate.led())
            OR who.role IN ('case_worker', 'leader') AND c.owner_id = who.member)
    THEN RETURN 'absent'; END IF;
    IF who.authenticated_at < statement_timestamp() - interval '5 minutes' THEN RETURN 'stale'; END IF;
    IF p.state NOT IN ('proposed', 'confirmed') THEN RETURN 'over'; END IF;
    IF verdict = 'reject' THEN
        UPDATE public.cases_proposal q SET state = 'rejected', words_sealed = words,
            version = q.version + 1, changed_at = statement_timestamp() WHERE q.id = p.id;
        RETURN 'rejected';
    ELSIF verdict <> 'confirm' THEN RETURN 'absent';
    ELSIF c.state <> 'closed' OR c.erased_at IS NOT NULL THEN RETURN 'open';
    ELSIF c.held_at IS NOT NULL THEN RETURN 'held';
    ELSIF p.due_on > (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date THEN RETURN 'early';
    ELSIF p.action = 'archive' AND coalesce(nullif(archived, ''), p.receipt) = '' THEN RETURN 'receipt';
    ELSIF p.state = 'proposed' THEN
        UPDATE public.cases_proposal q SET state = 'confirmed', first_by_id = who.member,
            receipt = coalesce(archived, ''), version = q.version + 1,
            changed_at = statement_timestamp() WHERE q.id = p.id;
        RETURN 'first';
    END IF;
    SELECT m.user_id, m.role INTO other FROM public.access_member m WHERE m.id = p.first_by_id;
    IF other.user_id = who.person THEN RETURN 'same'; END IF;
    IF 'leader' NOT IN (other.role, who.role) THEN RETURN 'leader'; END IF;
    UPDATE public.cases_proposal q SET second_by_id = who.member, version = q.version + 1,
        changed_at = statement_timestamp() WHERE q.id = p.id;
    p.receipt := coalesce(nullif(archived, ''), p.receipt);
    PERFORM gate.erase_case(p, c);
    RETURN 'done';
END $$;

-- A proposal lapses when its case is opened again; how many did. For the job that proposes.
CREATE FUNCTION gate.lapse_proposals() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH lapsed AS (
        UPDATE public.cases_proposal p SET state = 'rejected', version = p.version + 1,
            changed_at = statement_timestamp()
        FROM gate.acting() a JOIN public.cases_case c
            ON c.organisation_id = a.organisation AND a.role = 'service' AND c.state <> 'closed'
        WHERE p.case_id = c.id AND p.state IN ('proposed', 'confirmed') RETURNING 1
    ) SELECT count(*)::integer FROM lapsed
$$;

-- Closed cases with the day they were closed and of the last entry, for the job that proposes.
CREATE FUNCTION gate.closed_cases() RETURNS TABLE (
    id uuid, unit uuid, kind text, closed_on date, last_entry date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT c.id, c.unit_id, c.kind, (c.closed_at AT TIME ZONE 'Europe/Oslo')::date,
        (greatest(
            (SELECT max(x.created_at) FROM public.cases_note x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_document x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_assessment x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_assistance x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_action x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_factsheet x WHERE x.case_id = c.id),
            (SELECT max(x.created_at) FROM public.cases_risk x WHERE x.case_id = c.id),
            c.created_at
        ) AT TIME ZONE 'Europe/Oslo')::date
    FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation AND a.role = 'service'
    WHERE c.state = 'closed' AND c.erased_at IS NULL AND c.held_at IS NULL AND c.closed_at IS NOT NULL
$$;

-- Which of these documents still have a file; the others' files are left-overs of a crash.
CREATE FUNCTION gate.documents_kept(of_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT d.id FROM public.cases_document d WHERE d.id = ANY (of_ids) AND d.removed_at IS NULL
$$;

RESET ROLE;
