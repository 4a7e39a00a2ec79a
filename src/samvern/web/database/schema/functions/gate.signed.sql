-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.signed(text,bytea)
CREATE OR REPLACE FUNCTION gate.signed(message text, mac bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM gate.secret s
        WHERE gate.hmac(s.value, convert_to(message, 'UTF8')) = mac)
$function$;
