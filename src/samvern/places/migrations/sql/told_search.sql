-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- What a search for a place is kept as: its time and the districts to keep away from.
CREATE FUNCTION gate.place_search(since timestamptz, until timestamptz, avoid text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT md5(jsonb_build_array(extract(epoch FROM since), extract(epoch FROM until), avoid)::text)::uuid
$$;

-- The free rooms, before anybody has asked.
CREATE FUNCTION gate.rooms_free(since timestamptz, until timestamptz, avoid text[])
RETURNS TABLE (room uuid, place uuid, organisation uuid, provider text, name text, kind text,
    region text, apart boolean, sexes text[], youngest integer, oldest integer, children boolean,
    beds integer, accessible boolean, languages text[], security integer, staffed text, policy text,
    intake_from integer, intake_until integer, free_from timestamptz, free_until timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT r.id, p.id, p.organisation_id, o.name, p.name, p.kind, p.region,
        CASE WHEN p.keeps_from::text[] && avoid THEN false WHEN p.district = '' THEN NULL
            ELSE p.district <> ALL (avoid) END,
        p.sexes::text[], p.youngest, p.oldest, p.children, r.beds, p.accessible,
        p.languages::text[], p.security, p.staffed, p.policy, p.intake_from, p.intake_until,
        (SELECT max(upper(t.during)) FROM public.places_occupancy t
            WHERE t.room_id = r.id AND t.live AND upper(t.during) <= since),
        (SELECT min(lower(t.during)) FROM public.places_occupancy t
            WHERE t.room_id = r.id AND t.live AND lower(t.during) >= until)
    FROM gate.acting() a
    CROSS JOIN public.places_place p
    JOIN public.access_organisation o ON o.id = p.organisation_id AND o.active
    JOIN public.places_room r ON r.place_id = p.id AND r.active
    WHERE p.active AND a.role IN ('case_worker', 'leader', 'service', 'program') AND gate.opens('case')
        AND NOT EXISTS (SELECT 1 FROM public.places_occupancy t WHERE t.room_id = r.id AND t.live
            AND t.during && tstzrange(since, until))
$$;

-- Ask which rooms are free in a time: counted and told, of the case it is for; the answer is
-- gate.free_rooms, once this is committed.
CREATE FUNCTION gate.ask_places(since timestamptz, until timestamptz, avoid text[], for_case uuid)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    of_case uuid := CASE WHEN gate.sees(for_case, 'case') THEN for_case END;
BEGIN
    IF NOT gate.spend('place.search', 1, of_case) THEN RETURN false; END IF;
    INSERT INTO gate.look VALUES (gate.member(), 'place.search', gate.place_search(since, until, avoid));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'place.search',
        'outcome', 'seen', 'case', of_case, 'detail', jsonb_build_object(
            'rows', (SELECT count(*) FROM gate.rooms_free(since, until, avoid))))));
    RETURN true;
END $$;

-- The round of the waiting list shows nobody what it finds, and asks nobody.
CREATE OR REPLACE FUNCTION gate.free_rooms(since timestamptz, until timestamptz, avoid text[])
RETURNS TABLE (room uuid, place uuid, organisation uuid, provider text, name text, kind text,
    region text, apart boolean, sexes text[], youngest integer, oldest integer, children boolean,
    beds integer, accessible boolean, languages text[], security integer, staffed text, policy text,
    intake_from integer, intake_until integer, free_from timestamptz, free_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT f.* FROM gate.rooms_free(since, until, avoid) f
    WHERE (SELECT a.role = 'service' FROM gate.acting() a)
        OR gate.place_search(since, until, avoid) = ANY ((SELECT gate.looked_at('place.search'))::uuid[])
$$;

REVOKE ALL ON FUNCTION gate.place_search(since timestamptz, until timestamptz, avoid text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.rooms_free(since timestamptz, until timestamptz, avoid text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.ask_places(since timestamptz, until timestamptz, avoid text[], for_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.ask_places(since timestamptz, until timestamptz, avoid text[], for_case uuid) TO samvern_app;

RESET ROLE;
