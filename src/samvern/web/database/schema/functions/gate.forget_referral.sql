-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_referral()
CREATE OR REPLACE FUNCTION gate.forget_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = OLD.id AND wrapped IS NOT NULL;
    DELETE FROM public.cases_notice WHERE about_id = OLD.id;
    RETURN OLD;
END $function$;
GRANT EXECUTE ON FUNCTION gate.forget_referral() TO samvern_owner;
