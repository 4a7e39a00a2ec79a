-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.bars_person(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.bars_person(of_case uuid, of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM public.access_bar b JOIN public.access_member m ON m.id = b.member_id
        WHERE b.case_id = of_case AND m.user_id = of_person)
$function$;
