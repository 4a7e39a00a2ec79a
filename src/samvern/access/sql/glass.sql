-- SPDX-License-Identifier: EUPL-1.2
-- Breaking the glass: the one way to a case that is otherwise absent. Everybody who must know is
-- told in the same statement, so that no fault of the program can leave it out.
GRANT INSERT ON access_glass, cases_notice TO samvern_gate;
CREATE POLICY samvern_gate_insert ON access_glass FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON cases_notice FOR INSERT TO samvern_gate WITH CHECK (true);
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
    SELECT * INTO found FROM public.cases_case c
    WHERE c.reference = of_reference AND c.erased_at IS NULL AND c.id <> ALL (gate.barred());
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

-- Answers from the guide: handed out once, to whoever brings the code, and gone.
CREATE FUNCTION gate.take_parcel(code bytea) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM public.cases_parcel
    WHERE code_hash = code AND expires_at > statement_timestamp() AND gate.opens('case')
    RETURNING answers_sealed
$$;
GRANT EXECUTE ON FUNCTION gate.break_glass, gate.take_parcel TO samvern_app;
RESET ROLE;
GRANT DELETE ON cases_parcel TO samvern_gate;
CREATE POLICY samvern_gate_delete ON cases_parcel FOR DELETE TO samvern_gate USING (true);
