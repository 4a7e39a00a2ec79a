-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.look_at_own()
CREATE OR REPLACE FUNCTION gate.look_at_own()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    INSERT INTO gate.look (member_id, item, object, tx)
    SELECT a.member, 'identity.reveal', NEW.id, '3' FROM gate.acting() a WHERE a.member IS NOT NULL;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.look_at_own() TO samvern_owner;
