-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.false_certificates()
CREATE OR REPLACE FUNCTION gate.false_certificates()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT c.id FROM gate.acting() a JOIN public.cases_certificate c
        ON c.organisation_id = a.organisation AND a.role IN ('leader', 'auditor')
    WHERE c.digest <> gate.digest_of(c)
$function$;
GRANT EXECUTE ON FUNCTION gate.false_certificates() TO samvern_app;
