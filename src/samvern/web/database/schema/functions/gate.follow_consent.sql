-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.follow_consent()
CREATE OR REPLACE FUNCTION gate.follow_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.access_share SET ended_at = statement_timestamp(), ended_by_id = NEW.withdrawn_by_id
    WHERE consent_id = NEW.id AND ended_at IS NULL;
    RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION gate.follow_consent() TO samvern_owner;
