-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.rooms_free(timestamp with time zone,timestamp with time zo
CREATE OR REPLACE FUNCTION gate.rooms_free(since timestamp with time zone, until timestamp with time zone, avoid text[])
 RETURNS TABLE(room uuid, place uuid, organisation uuid, provider text, name text, kind text, region text, apart boolean, sexes text[], youngest integer, oldest integer, children boolean, beds integer, accessible boolean, languages text[], security integer, staffed text, policy text, intake_from integer, intake_until integer, free_from timestamp with time zone, free_until timestamp with time zone)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$;
