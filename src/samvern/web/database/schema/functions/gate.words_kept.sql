-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.words_kept()
CREATE OR REPLACE FUNCTION gate.words_kept()
 RETURNS interval
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT make_interval(days => coalesce((
        SELECT r.days::integer FROM gate.acting() a
        JOIN public.contacts_keepingrule r ON r.organisation_id = a.organisation
        ORDER BY r.created_at DESC, r.id LIMIT 1), 183))
$function$;
GRANT EXECUTE ON FUNCTION gate.words_kept() TO samvern_app;
