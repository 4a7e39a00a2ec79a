-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.end_lost_consents()
CREATE OR REPLACE FUNCTION gate.end_lost_consents()
 RETURNS TABLE(kind text, thing uuid, why text, ended boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    l record;
    lines jsonb := '[]';
BEGIN
    FOR l IN SELECT x.*, c.owner_id FROM gate.on_lost_consents() x
        LEFT JOIN public.cases_case c ON c.id = x.of_case ORDER BY x.consent, x.kind DESC, x.thing
    LOOP
        IF NOT l.helps THEN
            PERFORM gate.end_thing_of_consent(l.kind, l.thing, l.consent, l.owner_id);
            lines := lines || jsonb_build_object('act', 'consent.repair', 'case', l.of_case,
                'object', l.thing, 'detail', jsonb_build_object('what', l.kind, 'why', l.why));
        END IF;
        PERFORM gate.tell_lost_consent(l.of_case, concat_ws('-', 'consent',
            CASE WHEN l.kind IN ('share', 'referral') THEN 'share' ELSE 'sending' END,
            CASE WHEN l.helps THEN 'urgent' ELSE 'ended' END), l.thing);
        kind := l.kind;
        thing := l.thing;
        why := l.why;
        ended := NOT l.helps;
        RETURN NEXT;
    END LOOP;
    -- Last, because a chain is locked from its first new line until the commit.
    PERFORM audit.append(lines);
END $function$;
GRANT EXECUTE ON FUNCTION gate.end_lost_consents() TO samvern_app;
