-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.knows_link(bytea)
CREATE OR REPLACE FUNCTION gate.knows_link(found_by bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM gate.link l JOIN public.referrals_sending s ON s.id = l.id
        WHERE l.name = found_by AND s.expires_at > statement_timestamp()
          AND s.state NOT IN ('locked', 'expired', 'called_back'))
$function$;
GRANT EXECUTE ON FUNCTION gate.knows_link(bytea) TO samvern_app;
