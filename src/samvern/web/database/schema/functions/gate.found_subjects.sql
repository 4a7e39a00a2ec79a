-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.found_subjects(uuid)
CREATE OR REPLACE FUNCTION gate.found_subjects(asking uuid)
 RETURNS TABLE(case_id uuid, person_id uuid, claim_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT l.case_id, l.person_id, l.claim_id FROM gate.look k
    JOIN public.identity_lookup l ON l.blind = ANY (k.sought)
    WHERE k.member_id = gate.member() AND k.item = 'identity.find' AND k.object = asking
        AND asking = ANY (gate.looked_at('identity.find')) AND gate.sees(l.case_id, 'identity')
    LIMIT 50
$function$;
GRANT EXECUTE ON FUNCTION gate.found_subjects(uuid) TO samvern_app;
