-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.review_glass(uuid,text,boolean,bytea)
CREATE OR REPLACE FUNCTION gate.review_glass(opening uuid, judged text, lasts boolean, said bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    g public.access_glass;
BEGIN
    SELECT x.* INTO g FROM public.access_glass x
    JOIN public.access_member m ON m.id = x.member_id CROSS JOIN gate.acting() a
    WHERE x.id = opening AND a.role = 'leader' AND x.reviewed_at IS NULL AND m.user_id <> a.person
        AND a.organisation IN (x.owner_organisation_id, m.organisation_id)
        AND x.case_id <> ALL (gate.barred())
        AND judged IN ('justified', 'unjustified', 'follow_up')
        AND (judged <> 'follow_up' OR octet_length(said) >= 30)
    FOR UPDATE OF x;
    IF g.id IS NULL THEN RETURN NULL; END IF;
    UPDATE public.access_glass x SET reviewed_at = statement_timestamp(),
        reviewed_by_id = gate.member(), verdict = judged, words_sealed = said WHERE x.id = g.id;
    IF judged = 'unjustified' AND g.ended_at IS NULL AND g.expires_at > statement_timestamp()
        AND NOT (coalesce(lasts, false) AND gate.asks_of_danger(g.id)) THEN
        PERFORM gate.close_glass(g);
    END IF;
    IF judged = 'follow_up' THEN
        INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
        VALUES (gen_random_uuid(), statement_timestamp(), g.member_id, 'glass-follow-up', g.id,
            'glass-follow-up:' || g.id) ON CONFLICT DO NOTHING;
    END IF;
    RETURN g.case_id;
END $function$;
GRANT EXECUTE ON FUNCTION gate.review_glass(uuid,text,boolean,bytea) TO samvern_app;
