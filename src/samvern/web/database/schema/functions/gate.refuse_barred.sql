-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.refuse_barred(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.refuse_barred(of_case uuid, of_member uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF gate.bars_person(of_case, (SELECT m.user_id FROM public.access_member m WHERE m.id = of_member))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SV411', MESSAGE = 'shut out of the case';
    END IF;
END $function$;
