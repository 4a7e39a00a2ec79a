-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.case_in_hand(of_case uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(gate.has_case(gate.member(), of_case), false)
$$;

CREATE FUNCTION gate.my_seats() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce(array_agg(seat), '{}') FROM gate.sitting() $$;

CREATE FUNCTION gate.seated() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce(array_agg(conference), '{}') FROM gate.sitting() $$;

-- Conference and category, so that one test says which sections of the minutes are hers.
CREATE FUNCTION gate.sections() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(s.conference || '/' || c), '{}')
    FROM gate.sitting() s, unnest(s.categories) c
$$;

CREATE FUNCTION gate.reads_conference(of_conference uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT EXISTS (SELECT 1 FROM gate.sitting() s WHERE s.conference = of_conference) $$;

RESET ROLE;
