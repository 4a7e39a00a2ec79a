-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.knocked(uuid)
CREATE OR REPLACE FUNCTION gate.knocked(by_knock uuid)
 RETURNS referrals_sending
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT s FROM gate.link l JOIN public.referrals_sending s ON s.id = l.id
    WHERE l.knock = by_knock AND gate.told(l.knock_tx)
        AND l.knock_at > statement_timestamp() - interval '1 minute'
        AND s.expires_at > statement_timestamp()
        AND s.state NOT IN ('locked', 'expired', 'called_back')
$function$;
