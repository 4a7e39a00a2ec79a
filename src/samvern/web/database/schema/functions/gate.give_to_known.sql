-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.give_to_known()
CREATE OR REPLACE FUNCTION gate.give_to_known()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    -- The argument is the column with the member.
    IF NOT gate.has_entered((to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN
        RAISE EXCEPTION USING ERRCODE = 'SV412', MESSAGE = TG_TABLE_NAME || ': has never signed in';
    END IF;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.give_to_known() TO samvern_owner;
