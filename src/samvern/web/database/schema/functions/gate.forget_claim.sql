-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_claim()
CREATE OR REPLACE FUNCTION gate.forget_claim()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM public.identity_lookup l WHERE l.claim_id = NEW.id OR l.with_claim_id = NEW.id;
    RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION gate.forget_claim() TO samvern_owner;
