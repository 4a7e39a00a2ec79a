-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Coordinators who are members today, of whatever organisation coordinates.
CREATE FUNCTION gate.coordinators() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT m.id FROM public.access_member m JOIN public.access_organisation o ON o.id = m.organisation_id
    WHERE o.kind = 'coordination' AND o.active AND m.role = 'coordinator'
        AND (m.until IS NULL OR m.until > statement_timestamp())
$$;

-- Whether what nobody deals with reaches anybody above the two sides. It says nothing of whom.
CREATE FUNCTION gate.has_coordinator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM gate.coordinators())
$$;

CREATE FUNCTION gate.tell_sent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM gate.tell_side(NEW, 'receiver', false, 'referral-received', 'referral-received:' || NEW.id);
    RETURN NEW;
END $$;

RESET ROLE;
