-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.decide_erasure(uuid,text,text,bytea)
CREATE OR REPLACE FUNCTION gate.decide_erasure(of_proposal uuid, verdict text, archived text, words bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.decide_erasure(uuid,text,text,bytea) TO samvern_app;
