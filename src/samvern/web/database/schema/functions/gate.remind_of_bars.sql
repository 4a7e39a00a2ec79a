-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.remind_of_bars()
CREATE OR REPLACE FUNCTION gate.remind_of_bars()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    today date := (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date;
    made integer;
BEGIN
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), NULL, l.id,
        CASE WHEN b.review_on > today THEN 'bar-review' ELSE 'bar-review-late' END, b.id,
        concat_ws(':', 'bar-review', b.id, b.review_on, greatest(-1, floor((today - b.review_on) / 7.0)))
    FROM gate.acting() a
    JOIN public.cases_case c ON c.organisation_id = a.organisation AND c.erased_at IS NULL
    JOIN public.access_bar b ON b.case_id = c.id AND b.review_on <= today + 14
    CROSS JOIN LATERAL gate.answerers(c.id) l (id)
    WHERE a.role = 'service'
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END $function$;
GRANT EXECUTE ON FUNCTION gate.remind_of_bars() TO samvern_app;
