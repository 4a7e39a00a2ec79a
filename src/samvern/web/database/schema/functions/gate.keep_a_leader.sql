-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_a_leader(uuid)
CREATE OR REPLACE FUNCTION gate.keep_a_leader(of_case uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM gate.leaders_of(of_case)) AND EXISTS (
        SELECT 1 FROM public.cases_case c
        JOIN public.access_bar b ON b.case_id = c.id
        JOIN public.access_member barred ON barred.id = b.member_id
        JOIN public.access_member m ON m.user_id = barred.user_id AND gate.leads(m, c)
        WHERE c.id = of_case)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV424', MESSAGE = 'no leader would be left who can open the case';
    END IF;
END $function$;
