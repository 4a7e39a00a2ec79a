-- SPDX-License-Identifier: EUPL-1.2
-- A name that an administrator made up is nobody until somebody has signed in by it.

-- The cast of a demonstration counts as known.
UPDATE public.access_user SET last_login = created_at
WHERE synthetic AND last_login IS NULL AND password NOT LIKE '!%';

GRANT SELECT (last_login) ON TABLE public.access_user TO samvern_gate;

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.has_entered(of_member uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.role NOT IN ('case_worker', 'leader') OR u.last_login IS NOT NULL
    FROM public.access_member m JOIN public.access_user u ON u.id = m.user_id WHERE m.id = of_member
$$;

-- Members of the organisation of whoever asks that have signed in at least once.
CREATE FUNCTION gate.entered() RETURNS TABLE (member uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id FROM public.access_member m
    JOIN public.access_user u ON u.id = m.user_id AND u.last_login IS NOT NULL
    WHERE m.organisation_id = (SELECT a.organisation FROM gate.acting() a)
$$;

REVOKE ALL ON FUNCTION gate.has_entered(uuid), gate.entered() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.entered() TO samvern_app;

RESET ROLE;
