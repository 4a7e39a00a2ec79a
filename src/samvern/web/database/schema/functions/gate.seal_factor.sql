-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.seal_factor()
CREATE OR REPLACE FUNCTION gate.seal_factor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    NEW.mac := gate.factor_mac(NEW.user_id, NEW.type::text, NEW.data);
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.seal_factor() TO samvern_owner;
