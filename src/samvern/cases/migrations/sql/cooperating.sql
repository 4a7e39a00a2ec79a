-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

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

RESET ROLE;
