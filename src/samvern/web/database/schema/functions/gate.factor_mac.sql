-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.factor_mac(uuid,text,jsonb)
CREATE OR REPLACE FUNCTION gate.factor_mac(of_user uuid, of_type text, content jsonb)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT gate.hmac(s.value, convert_to(concat_ws('|', 'factor', of_user, of_type, content::text), 'UTF8'))
    FROM gate.factor_secret s
$function$;
