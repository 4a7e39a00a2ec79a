-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.guard_factor()
CREATE OR REPLACE FUNCTION gate.guard_factor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    said text[] := string_to_array(nullif(current_setting('samvern.factor', true), ''), '|');
    proved timestamptz := (SELECT a.authenticated_at FROM gate.acting() a);
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.user_id, NEW.type, NEW.data, NEW.mac)
        IS NOT DISTINCT FROM (OLD.id, OLD.user_id, OLD.type, OLD.data, OLD.mac) THEN
        RETURN NEW;  -- when it was last used
    END IF;
    IF said IS NULL OR array_length(said, 1) <> 5
        OR NOT gate.signed(concat_ws('|', 'factor', said[1], said[2], said[3], said[4]), decode(said[5], 'hex'))
        OR to_timestamp(said[4]::bigint) < statement_timestamp()
        -- A session at work makes one only when its person has just shown who she is.
        OR TG_OP = 'INSERT' AND proved < statement_timestamp() - interval '5 minutes'
        OR TG_OP = 'DELETE' AND (said[1], said[2]) IS DISTINCT FROM (OLD.user_id::text, 'delete')
        OR TG_OP <> 'DELETE' AND ((said[1], said[2]) IS DISTINCT FROM (NEW.user_id::text, NEW.type::text)
            OR convert_from(decode(said[3], 'hex'), 'UTF8')::jsonb IS DISTINCT FROM NEW.data)
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'mfa_authenticator: written by the sign-in alone';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.guard_factor() TO samvern_owner;
