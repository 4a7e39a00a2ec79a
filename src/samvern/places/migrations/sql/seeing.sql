-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.free_rooms(since timestamptz, until timestamptz, avoid text[])
RETURNS TABLE (room uuid, place uuid, organisation uuid, provider text, name text, kind text,
    region text, apart boolean, sexes text[], youngest integer, oldest integer, children boolean,
    beds integer, accessible boolean, languages text[], security integer, staffed text, policy text,
    intake_from integer, intake_until integer, free_from timestamptz, free_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
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

-- The card of places by their ids: what any of those who work with cases may read of them.
CREATE FUNCTION gate.place_cards(wanted uuid[])
RETURNS TABLE (place uuid, name text, kind text, region text, provider text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT p.id, p.name, p.kind, p.region, o.name FROM gate.acting() a
    JOIN public.places_place p ON p.id = ANY (wanted)
    JOIN public.access_organisation o ON o.id = p.organisation_id
    WHERE a.role IN ('case_worker', 'leader', 'service', 'program') AND gate.opens('case')
$$;

-- The regions there are active places in.
CREATE FUNCTION gate.place_regions() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(DISTINCT p.region ORDER BY p.region), '{}') FROM gate.acting() a
    JOIN public.places_place p ON p.active
    WHERE a.role IN ('case_worker', 'leader', 'coordinator', 'program')
$$;

-- Addresses that open to the actor now: of places her house keeps, and of those where somebody of
-- a case she is on the team of is booked or has arrived; in the five minutes after she proved who
-- she is.
CREATE FUNCTION gate.place_addresses() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(d.id), '{}') FROM gate.acting() a
    CROSS JOIN public.places_placeaddress d
    WHERE a.role IN ('case_worker', 'leader') AND gate.opens('case')
        AND a.authenticated_at > statement_timestamp() - interval '5 minutes'
        AND (d.place_id = ANY ((SELECT gate.kept_places())::uuid[]) OR EXISTS (
            SELECT 1 FROM public.places_booking b
            WHERE b.place_id = d.place_id AND b.state IN ('booked', 'arrived')
                AND b.organisation_id = a.organisation
                AND b.case_id = ANY ((SELECT gate.staffed())::uuid[]) AND b.case_id <> ALL ((SELECT gate.barred())::uuid[])))
$$;

CREATE FUNCTION gate.reads_booking(thing uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT 1 FROM public.places_booking b
        WHERE b.id = thing AND b.state IN ('held', 'booked', 'arrived')
            AND b.place_id = ANY ((SELECT gate.kept_places())::uuid[]) AND b.case_id <> ALL ((SELECT gate.barred())::uuid[]))
$$;

-- Where somebody stands among all who wait for the same, in every house: her place and how many
-- there are. `due` counts only those who must be told of a free room before her: not those told
-- more than two hours ago, nor those whom nothing fits that has become free for them since.
CREATE FUNCTION gate.waiting_line(waits uuid[])
RETURNS TABLE (waits_id uuid, stands integer, waiting integer, due integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH freed AS MATERIALIZED (
        SELECT p.kind, p.region, max(greatest(r.freed_at, p.changed_at, (
            SELECT max(upper(t.during)) FROM public.places_occupancy t WHERE t.room_id = r.id
                AND t.live AND upper(t.during) <= statement_timestamp()))) AS at
        FROM public.places_place p JOIN public.places_room r ON r.place_id = p.id
        WHERE p.active AND r.active GROUP BY 1, 2
    ), line AS MATERIALIZED (
        SELECT x.id, x.kind, x.region, x.urgency, x.created_at,
            coalesce(x.told_at < statement_timestamp() - interval '2 hours', false)
            OR x.passed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM freed f
                WHERE f.at >= x.passed_at AND x.kind IN ('', f.kind) AND x.region IN ('', f.region))
                AS passed
        FROM public.places_waiting x WHERE x.state = 'waiting'
    )
    SELECT w.id, 1 + count(x.id) FILTER (WHERE ahead), 1 + count(x.id),
        1 + count(x.id) FILTER (WHERE ahead AND NOT passed)
    FROM gate.acting() a
    JOIN public.places_waiting w ON w.id = ANY (waits) AND w.organisation_id = a.organisation
    LEFT JOIN line x ON x.id <> w.id AND (x.kind = w.kind OR '' IN (x.kind, w.kind))
        AND (x.region = w.region OR '' IN (x.region, w.region))
    CROSS JOIN LATERAL (
        SELECT (x.urgency, x.created_at, x.id) < (w.urgency, w.created_at, w.id) AS ahead) o
    WHERE a.role IN ('case_worker', 'leader', 'service', 'program') AND w.state = 'waiting'
    GROUP BY w.id
$$;

-- Demand and supply by day, kind and region. Figures of searches and refusals are rounded to five
-- here, behind the wall, and one to four are told apart from none and nothing else (-1). What is
-- free is what any search finds.
CREATE FUNCTION gate.demand(first date, last date)
RETURNS TABLE (day date, kind text, region text, outcome text, reason text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT d.day, d.kind, d.region, d.outcome, d.reason,
        CASE WHEN count(*) < 5 THEN -1 ELSE (round(count(*) / 5.0) * 5)::integer END
    FROM gate.acting() a JOIN public.places_demand d ON d.day BETWEEN first AND last
    WHERE a.role IN ('case_worker', 'leader', 'coordinator', 'program') AND last - first <= 366
    GROUP BY GROUPING SETS ((d.outcome, d.day), (d.outcome, d.kind, d.region), (d.outcome, d.reason))
$$;

CREATE FUNCTION gate.supply(first date, last date)
RETURNS TABLE (day date, kind text, region text, free integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT n.day::date, p.kind, p.region, count(*)::integer
    FROM gate.acting() a
    CROSS JOIN generate_series(first::timestamp, last::timestamp, interval '1 day') n(day)
    CROSS JOIN public.places_place p JOIN public.places_room r ON r.place_id = p.id AND r.active
    WHERE a.role IN ('case_worker', 'leader', 'coordinator', 'program') AND p.active AND last - first <= 92
        AND NOT EXISTS (SELECT 1 FROM public.places_occupancy t WHERE t.room_id = r.id AND t.live
            AND t.during @> ((n.day + interval '20 hours') AT TIME ZONE 'Europe/Oslo'))
    GROUP BY 1, 2, 3
$$;

RESET ROLE;
