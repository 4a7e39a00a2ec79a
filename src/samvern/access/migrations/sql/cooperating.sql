-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Cases she is on the team of. An emergency is not among them: it opens a case to work in it, and
-- gives no say over who else may.
CREATE FUNCTION gate.staffed() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(t.case_id), '{}') FROM gate.acting() a
    JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
    WHERE a.role IN ('case_worker', 'leader')
$$;

-- A consent that is withdrawn takes the sharing it carried with it, in the same statement.
CREATE FUNCTION gate.follow_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.access_share SET ended_at = statement_timestamp(), ended_by_id = NEW.withdrawn_by_id
    WHERE consent_id = NEW.id AND ended_at IS NULL;
    RETURN NEW;
END $$;

RESET ROLE;
