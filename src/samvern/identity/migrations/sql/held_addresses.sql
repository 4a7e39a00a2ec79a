-- SPDX-License-Identifier: EUPL-1.2
-- A renewed sign-in shuts the protected addresses its person read, each until it is opened anew by
-- whoever approved her the first time, or by a leader of the case's unit. Ids and moments only.

GRANT REFERENCES ON public.identity_protectedaddress TO samvern_gate;

SET LOCAL ROLE samvern_gate;

CREATE TABLE gate.held_address (
    address_id uuid NOT NULL REFERENCES public.identity_protectedaddress (id) ON DELETE CASCADE,
    member_id uuid NOT NULL,
    PRIMARY KEY (address_id, member_id)
);

CREATE OR REPLACE FUNCTION gate.addresses() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(DISTINCT p.id), '{}') FROM gate.acting() a
    JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
    JOIN public.identity_protectedaddress p ON p.case_id = t.case_id
    LEFT JOIN public.identity_addressreader r ON r.address_id = p.id AND r.member_id = a.member
        AND r.ended_at IS NULL AND r.approved_by_id IS NOT NULL
    WHERE a.role IN ('case_worker', 'leader')
      AND a.authenticated_at > statement_timestamp() - interval '5 minutes'
      AND p.case_id <> ALL (gate.barred())
      AND (p.created_by_id = a.member OR r.id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM gate.held_address h
          WHERE h.address_id = p.id AND h.member_id = a.member)
$$;

-- Shut what a person whose sign-in was renewed could read; whoever may open it again is told.
CREATE FUNCTION gate.hold_addresses(of_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    held record;
BEGIN
    FOR held IN
        INSERT INTO gate.held_address AS h
        SELECT DISTINCT p.id, m.id FROM public.access_member m
        JOIN public.identity_protectedaddress p ON true
        LEFT JOIN public.identity_addressreader r ON r.address_id = p.id AND r.member_id = m.id
            AND r.ended_at IS NULL AND r.approved_by_id IS NOT NULL
        WHERE m.user_id = of_person AND (p.created_by_id = m.id OR r.id IS NOT NULL)
        ON CONFLICT DO NOTHING RETURNING h.address_id, h.member_id
    LOOP
        INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
        SELECT gen_random_uuid(), statement_timestamp(), p.case_id, o.id, 'address-held', held.member_id,
            concat_ws(':', 'address-held', held.address_id, held.member_id,
                extract(epoch FROM statement_timestamp()))
        FROM public.identity_protectedaddress p
        CROSS JOIN LATERAL gate.openers(p.id, held.member_id) o (id)
        WHERE p.id = held.address_id ON CONFLICT DO NOTHING;
    END LOOP;
END $$;

-- Who may open a held address to a member again. Never she herself, nor who asked for her renewal.
CREATE FUNCTION gate.openers(of_address uuid, of_member uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.id FROM public.identity_protectedaddress p
    JOIN public.cases_case c ON c.id = p.case_id
    JOIN public.access_member m ON m.id = of_member
    LEFT JOIN public.access_member asker ON asker.id = m.asked_by_id
    JOIN public.access_member l ON l.confirmed_at IS NOT NULL AND l.user_id <> m.user_id
        AND l.user_id IS DISTINCT FROM asker.user_id
        AND (l.until IS NULL OR l.until > statement_timestamp())
    WHERE p.id = of_address
      AND NOT EXISTS (SELECT 1 FROM public.access_bar b WHERE b.case_id = c.id AND b.member_id = l.id)
      AND (l.role = 'leader' AND l.organisation_id = c.organisation_id
              AND coalesce(l.unit_id, c.unit_id) = c.unit_id
          OR l.role IN ('case_worker', 'leader') AND EXISTS (
              SELECT 1 FROM public.identity_addressreader r WHERE r.address_id = p.id
                AND r.member_id = of_member AND r.approved_by_id = l.id))
$$;

-- What waits for the actor: a name and a case, nothing of the address.
CREATE FUNCTION gate.held_addresses() RETURNS TABLE (
    address uuid, member uuid, name text, case_id uuid, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT h.address_id, m.id, m.name, c.id, c.reference FROM gate.acting() a
    JOIN gate.held_address h ON a.role IN ('case_worker', 'leader')
        AND a.member IN (SELECT gate.openers(h.address_id, h.member_id))
    JOIN public.access_member m ON m.id = h.member_id AND m.confirmed_at IS NOT NULL
    JOIN public.identity_protectedaddress p ON p.id = h.address_id
    JOIN public.cases_case c ON c.id = p.case_id AND gate.sees(c.id, 'case')
    ORDER BY c.reference, m.name
$$;

CREATE FUNCTION gate.open_address(of_address uuid, of_member uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    found record;
BEGIN
    SELECT * INTO found FROM gate.held_addresses() w WHERE w.address = of_address AND w.member = of_member;
    IF found.address IS NULL OR (SELECT a.authenticated_at FROM gate.acting() a)
        < statement_timestamp() - interval '5 minutes' THEN RETURN false; END IF;
    DELETE FROM gate.held_address h WHERE h.address_id = of_address AND h.member_id = of_member;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    VALUES (gen_random_uuid(), statement_timestamp(), found.case_id, of_member, 'address-opened', NULL,
        concat_ws(':', 'address-opened', of_address, extract(epoch FROM statement_timestamp())))
    ON CONFLICT DO NOTHING;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'address.approve',
        'case', found.case_id, 'object', of_address, 'detail', jsonb_build_object('reader', of_member))));
    RETURN true;
END $$;

-- How many addresses are shut to the actor herself since her sign-in was renewed, in one case.
CREATE FUNCTION gate.shut_to_me(of_case uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT count(*) FROM gate.acting() a JOIN gate.held_address h ON h.member_id = a.member
    JOIN public.identity_protectedaddress p ON p.id = h.address_id AND p.case_id = of_case
    WHERE a.role IN ('case_worker', 'leader')
$$;

REVOKE ALL ON FUNCTION gate.hold_addresses(uuid), gate.openers(uuid, uuid), gate.held_addresses(),
    gate.open_address(uuid, uuid), gate.shut_to_me(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.held_addresses(), gate.open_address(uuid, uuid), gate.shut_to_me(uuid)
    TO samvern_app;

RESET ROLE;
