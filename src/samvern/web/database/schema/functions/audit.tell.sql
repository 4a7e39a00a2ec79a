-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.tell(uuid,jsonb)
CREATE OR REPLACE FUNCTION audit.tell(of_case uuid, entry jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    keeper uuid;
BEGIN
    SELECT * INTO who FROM gate.acting();
    SELECT c.organisation_id INTO keeper FROM public.cases_case c WHERE c.id = of_case;
    PERFORM audit.add(keeper, who, entry || jsonb_build_object('case', of_case));
END $function$;
GRANT EXECUTE ON FUNCTION audit.tell(uuid,jsonb) TO samvern_gate;
