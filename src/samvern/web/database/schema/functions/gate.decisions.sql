-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.decisions(uuid)
CREATE OR REPLACE FUNCTION gate.decisions(of_case uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(jsonb_agg(said ORDER BY said ->> 'on', said ->> 'what', id), '[]') FROM (
        SELECT a.id, jsonb_build_object('person', p.number, 'what', a.kind, 'by', a.authority,
            'outcome', a.step, 'on', a.decided_on, 'pack', a.pack, 'version', a.pack_version,
            'hash', a.pack_hash) AS said
        FROM public.cases_assessment a JOIN public.cases_person p ON p.id = a.person_id
        WHERE a.case_id = of_case
        UNION ALL
        SELECT h.id, jsonb_build_object('person', p.number, 'what', 'assistance:' || h.kind,
            'outcome', h.state, 'on', h.since, 'until', h.until)
        FROM public.cases_assistance h JOIN public.cases_person p ON p.id = h.person_id
        WHERE h.case_id = of_case
    ) made
$function$;
