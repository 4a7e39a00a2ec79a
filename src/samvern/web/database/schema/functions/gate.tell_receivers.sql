-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_receivers(uuid)
CREATE OR REPLACE FUNCTION gate.tell_receivers(share uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    made public.access_share;
    told integer;
BEGIN
    SELECT * INTO made FROM public.access_share s
    WHERE s.id = share AND s.created_by_id = gate.member() AND s.ended_at IS NULL;
    IF made.id IS NULL THEN RETURN 0; END IF;
    WITH workers AS (
        SELECT m.id, m.unit_id = made.unit_id
            OR m.role = 'leader' AND (m.unit_id IS NULL OR made.unit_id IS NULL) AS concerned
        FROM public.access_member m
        WHERE m.organisation_id = made.organisation_id AND m.role IN ('case_worker', 'leader')
            AND (m.until IS NULL OR m.until > statement_timestamp())
    )
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), made.case_id, w.id, 'share-received',
        made.id, 'share-received:' || made.id
    FROM workers w WHERE w.concerned IS TRUE
        OR made.unit_id IS NULL AND NOT EXISTS (SELECT 1 FROM workers c WHERE c.concerned)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_receivers(uuid) TO samvern_app;
