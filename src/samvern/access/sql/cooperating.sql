-- SPDX-License-Identifier: EUPL-1.2
-- Working across cases and organisations: who may dispose of a case, whose names are known, how an
-- emergency ends and is judged, how answers of the guide come in, what a withdrawal takes with it.
GRANT INSERT ON cases_parcel TO samvern_gate;
GRANT UPDATE ON access_glass, access_share TO samvern_gate;
CREATE POLICY samvern_gate_insert ON cases_parcel FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_update ON access_glass FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON access_share FOR UPDATE TO samvern_gate USING (true);
SET LOCAL ROLE samvern_gate;

-- Cases she is on the team of. An emergency is not among them: it opens a case to work in it, and
-- gives no say over who else may.
CREATE FUNCTION gate.staffed() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(t.case_id), '{}') FROM gate.acting() a
    JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
    WHERE a.role IN ('case_worker', 'leader')
$$;

-- Organisations whose members' names she knows: those that share a case with hers now, either way,
-- and those an emergency has brought together with hers.
CREATE FUNCTION gate.partners() RETURNS uuid[]
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
            AND g.expires_at > statement_timestamp()
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT m.organisation_id FROM gate.acting() a
        JOIN public.access_glass g ON g.owner_organisation_id = a.organisation
        JOIN public.access_member m ON m.id = g.member_id
        WHERE a.role IN ('case_worker', 'leader')
    ) met
$$;

-- She who opened a case in an emergency can close it again, and nothing else about it.
CREATE FUNCTION gate.end_glass(opening uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE public.access_glass g SET ended_at = statement_timestamp() FROM gate.acting() a
    WHERE g.id = opening AND g.member_id = a.member AND g.ended_at IS NULL
        AND g.expires_at > statement_timestamp()
    RETURNING g.case_id
$$;

-- A leader of either side judges an emergency, once; nobody judges her own.
CREATE FUNCTION gate.review_glass(opening uuid, judged text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE public.access_glass g
    SET reviewed_at = statement_timestamp(), reviewed_by_id = a.member, verdict = judged
    FROM gate.acting() a, public.access_member m
    WHERE g.id = opening AND m.id = g.member_id AND a.role = 'leader'
        AND g.reviewed_at IS NULL AND m.user_id <> a.person
        AND a.organisation IN (g.owner_organisation_id, m.organisation_id)
        AND g.case_id <> ALL (gate.barred())
        AND judged IN ('justified', 'unjustified', 'follow_up')
    RETURNING g.case_id
$$;

-- Answers from the guide, left by anybody for 24 hours; what is worn out goes at the same time.
-- The limits keep a stranger from filling the disk.
CREATE FUNCTION gate.leave_parcel(parcel uuid, code bytea, answers bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM public.cases_parcel WHERE expires_at <= statement_timestamp();
    IF octet_length(code) <> 32 OR octet_length(answers) NOT BETWEEN 30 AND 16384
        OR (SELECT count(*) FROM public.cases_parcel) >= 20000 THEN RETURN false; END IF;
    INSERT INTO public.cases_parcel (id, created_at, code_hash, answers_sealed, expires_at)
    VALUES (parcel, statement_timestamp(), code, answers, statement_timestamp() + interval '24 hours');
    RETURN true;
END $$;

-- A consent that is withdrawn takes the sharing it carried with it, in the same statement.
CREATE FUNCTION gate.follow_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.access_share SET ended_at = statement_timestamp(), ended_by_id = NEW.withdrawn_by_id
    WHERE consent_id = NEW.id AND ended_at IS NULL;
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION gate.staffed, gate.partners TO samvern_app, samvern_owner, samvern_audit;
GRANT EXECUTE ON FUNCTION gate.end_glass, gate.review_glass, gate.leave_parcel TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.follow_consent TO samvern_owner;
RESET ROLE;
CREATE TRIGGER follow_consent AFTER UPDATE OF withdrawn_at ON cases_consent FOR EACH ROW
WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)
EXECUTE FUNCTION gate.follow_consent();
