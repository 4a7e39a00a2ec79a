-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.lost_consent(uuid)
CREATE OR REPLACE FUNCTION gate.lost_consent(of_consent uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce((SELECT CASE WHEN c.refused THEN 'refused'
            WHEN c.withdrawn_at IS NOT NULL THEN 'withdrawn'
            WHEN c.expires_on < (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date
                THEN 'expired'
            ELSE '' END
        FROM public.cases_consent c WHERE c.id = of_consent), 'missing')
$function$;
