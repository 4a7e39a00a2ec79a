-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.unnamed_counts(integer,text)
CREATE OR REPLACE FUNCTION gate.unnamed_counts(of_year integer, by_what text)
 RETURNS TABLE(what text, code text, number integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT by_what, g.code, (round(count(*) / 5.0) * 5)::integer
    FROM gate.acting() a
    JOIN public.referrals_unnamed u ON a.role = 'coordinator'
        OR a.role IN ('case_worker', 'leader') AND u.organisation_id = a.organisation
    CROSS JOIN LATERAL (
        SELECT unnest(CASE by_what
            WHEN 'all' THEN ARRAY['all']
            WHEN 'region' THEN ARRAY[u.region]::text[]
            WHEN 'form' THEN ARRAY[u.form]::text[]
            WHEN 'age' THEN ARRAY[u.age]::text[]
            WHEN 'sex' THEN ARRAY[u.sex]::text[]
            WHEN 'met_by' THEN ARRAY[u.met_by]::text[]
            WHEN 'reason' THEN ARRAY[u.reason]::text[]
            WHEN 'offered' THEN u.offered::text[] END) AS code
    ) g
    WHERE u.month >= make_date(of_year, 1, 1) AND u.month < make_date(of_year + 1, 1, 1)
    GROUP BY g.code ORDER BY g.code
$function$;
GRANT EXECUTE ON FUNCTION gate.unnamed_counts(integer,text) TO samvern_app;
