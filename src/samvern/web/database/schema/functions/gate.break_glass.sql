-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.break_glass(text,uuid,text,bytea,integer)
CREATE OR REPLACE FUNCTION gate.break_glass(of_reference text, opening uuid, ground text, reason_sealed bytea, hours integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    found public.cases_case;
BEGIN
    SELECT * INTO who FROM gate.acting();
    IF who.member IS NULL OR who.role NOT IN ('case_worker', 'leader') OR who.categories IS NOT NULL
        OR hours NOT BETWEEN 1 AND 24 OR octet_length(reason_sealed) < 30
        OR who.authenticated_at < statement_timestamp() - interval '5 minutes'
        OR NOT gate.spend('glass', 1, NULL)
        OR EXISTS (  -- an opening that nobody has reviewed in 72 hours blocks the next
            SELECT 1 FROM public.access_glass g WHERE g.member_id = who.member
            AND g.reviewed_at IS NULL AND g.created_at < statement_timestamp() - interval '72 hours')
    THEN RETURN false; END IF;
    -- Locked before it is judged: whoever closes it at the same moment is waited for.
    PERFORM 1 FROM public.cases_case c WHERE c.reference = to_jsonb(of_reference) FOR SHARE;
    SELECT * INTO found FROM public.cases_case c
    WHERE c.reference = to_jsonb(of_reference) AND c.erased_at IS NULL AND c.state = 'open'
        AND c.id <> ALL (gate.barred());
    IF found.id IS NULL THEN RETURN true; END IF;
    INSERT INTO public.access_glass (id, created_at, case_id, member_id, owner_organisation_id,
        ground, reason_sealed, expires_at, verdict)
    VALUES (opening, statement_timestamp(), found.id, who.member, found.organisation_id, ground,
        reason_sealed, statement_timestamp() + make_interval(hours => hours), '');
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), found.id, m.id,
        CASE m.role WHEN 'leader' THEN 'glass-review' ELSE 'glass-broken' END, opening,
        'glass:' || opening
    FROM public.access_member m
    WHERE (m.until IS NULL OR m.until > statement_timestamp()) AND m.id <> who.member AND (
        m.id = found.owner_id
        OR m.role = 'leader' AND (
            m.organisation_id = found.organisation_id AND coalesce(m.unit_id, found.unit_id) = found.unit_id
            OR m.organisation_id = who.organisation AND coalesce(m.unit_id, who.unit) = who.unit));
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'glass.break', 'case', found.id,
        'object', opening, 'detail', jsonb_build_object('ground', ground, 'hours', hours))));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.break_glass(text,uuid,text,bytea,integer) TO samvern_app;
