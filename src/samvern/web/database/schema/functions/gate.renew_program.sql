-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.renew_program(uuid,bytea)
CREATE OR REPLACE FUNCTION gate.renew_program(program uuid, secret bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    found record;
BEGIN
    SELECT p.member_id, a.member, p.scopes::text[] = ARRAY['board:read'] AS free INTO found
    FROM gate.acting() a JOIN public.coordination_program p
        ON p.id = program AND p.organisation_id = a.organisation AND p.state = 'active'
    WHERE a.role = 'administrator';
    IF found.member_id IS NULL THEN RETURN false; END IF;
    DELETE FROM gate.program_secret s WHERE s.program_id = program AND s.made_at < (
        SELECT max(n.made_at) FROM gate.program_secret n WHERE n.program_id = program AND NOT n.waits);
    DELETE FROM gate.program_secret s WHERE s.program_id = program AND s.waits;
    INSERT INTO gate.program_secret (program_id, hash, waits) VALUES (program, secret, NOT found.free);
    UPDATE public.access_member m SET asked_by_id = found.member WHERE m.id = found.member_id;
    IF NOT found.free THEN PERFORM gate.tell_of_access(found.member_id, 'access-waits', true); END IF;
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.renew_program(uuid,bytea) TO samvern_app;
