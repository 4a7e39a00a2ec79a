-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.carries(coordination_seat,coordination_conference,access_m
CREATE OR REPLACE FUNCTION gate.carries(s coordination_seat, f coordination_conference, m access_member)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT CASE WHEN s.receiver_id = s.organisation_id
        THEN s.share_id IS NULL AND gate.has_case(m.id, s.case_id)
        ELSE EXISTS (
            SELECT 1 FROM public.access_share h
            WHERE h.id = s.share_id AND h.case_id = s.case_id AND h.organisation_id = s.receiver_id
                AND (h.unit_id IS NULL OR h.unit_id = m.unit_id
                    OR m.role = 'leader' AND m.unit_id IS NULL)
                AND h.purpose IN (f.purpose, 'coordination') AND h.ended_at IS NULL
                AND h.since <= statement_timestamp() AND h.until > statement_timestamp()
                AND (f.state <> 'planned' OR h.until >= f.starts_at + make_interval(mins => f.lasts)))
    END
$function$;
