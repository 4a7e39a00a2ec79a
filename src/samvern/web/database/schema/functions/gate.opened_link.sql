-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.opened_link(uuid)
CREATE OR REPLACE FUNCTION gate.opened_link(by_knock uuid)
 RETURNS TABLE(content bytea, sender text, opened_at timestamp with time zone, expires_at timestamp with time zone, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    s public.referrals_sending := gate.knocked(by_knock);
    l gate.link;
BEGIN
    IF s.id IS NULL THEN RETURN; END IF;
    SELECT * INTO l FROM gate.link k WHERE k.id = s.id FOR UPDATE;
    UPDATE gate.link k SET content = NULL, knock = NULL WHERE k.id = s.id AND k.openings_left = 0;
    RETURN QUERY SELECT l.content, o.name::text, l.opened_at, s.expires_at, s.state::text
    FROM public.access_organisation o WHERE o.id = s.organisation_id;
END $function$;
GRANT EXECUTE ON FUNCTION gate.opened_link(uuid) TO samvern_app;
