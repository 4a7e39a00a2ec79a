-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.end_glass(opening uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    g public.access_glass;
BEGIN
    SELECT * INTO g FROM public.access_glass x WHERE x.id = opening AND x.ended_at IS NULL
        AND x.expires_at > statement_timestamp() FOR UPDATE;
    IF g.id IS NULL OR NOT gate.may_end_glass(g) THEN RETURN NULL; END IF;
    PERFORM gate.close_glass(g);
    RETURN g.case_id;
END $$;

CREATE FUNCTION gate.ends_glass(opening uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce((SELECT gate.may_end_glass(g) FROM public.access_glass g WHERE g.id = opening), false)
$$;

-- Whether a leader of the case's own house is asked if an opening is to last: only she may know of
-- the danger.
CREATE FUNCTION gate.asks_of_danger(opening uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM public.access_glass g, gate.acting() a
        WHERE g.id = opening AND a.role = 'leader' AND a.organisation = g.owner_organisation_id
            AND g.case_id <> ALL (gate.barred()) AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp() AND gate.in_danger(g.case_id))
$$;

RESET ROLE;
