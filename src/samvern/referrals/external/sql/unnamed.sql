-- SPDX-License-Identifier: EUPL-1.2
-- Counts of those who said no. The application can add one and read none: what comes out is one
-- table at a time, of a year, each figure rounded to the nearest five, so that no single person can
-- be read from it or from two of them held together. Coordinators see the country, others their own.
SET LOCAL ROLE samvern_gate;
CREATE FUNCTION gate.unnamed_counts(of_year integer, by_what text) RETURNS TABLE (
    what text, code text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
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
$$;
GRANT EXECUTE ON FUNCTION gate.unnamed_counts TO samvern_app;
RESET ROLE;
