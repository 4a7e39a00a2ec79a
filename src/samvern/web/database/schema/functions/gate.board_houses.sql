-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_houses(text)
CREATE OR REPLACE FUNCTION gate.board_houses(of_region text)
 RETURNS TABLE(id uuid, name text, region text, shows text, viewer uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT o.id, o.name, o.region, coalesce((
        SELECT r.shows FROM public.coordination_boardrule r WHERE r.organisation_id = o.id
        ORDER BY r.created_at DESC, r.id LIMIT 1), 'counts'), v.id
    FROM gate.acting() a
    JOIN public.access_organisation v ON v.id = a.organisation AND v.kind = 'coordination'
        AND v.region <> ''
    JOIN public.access_organisation o ON o.active AND v.region IN ('national', o.region)
        AND of_region IN ('', o.region)
    WHERE a.role = 'coordinator' OR a.role = 'program' AND 'board:read' = ANY (gate.scopes())
$function$;
