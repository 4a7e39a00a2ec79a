-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.close_glass(access_glass)
CREATE OR REPLACE FUNCTION gate.close_glass(g access_glass)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    UPDATE public.access_glass x SET ended_at = statement_timestamp()
    WHERE x.id = g.id AND x.ended_at IS NULL;
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), g.member_id, 'glass-ended', g.id,
        'glass-ended:' || g.id WHERE g.member_id IS DISTINCT FROM gate.member()
    ON CONFLICT DO NOTHING
$function$;
