-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.tell_sent()
CREATE OR REPLACE FUNCTION gate.tell_sent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM gate.tell_side(NEW, 'receiver', false, 'referral-received', 'referral-received:' || NEW.id);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.tell_sent() TO samvern_owner;
