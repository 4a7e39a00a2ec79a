-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.pass_contact(uuid)
CREATE OR REPLACE FUNCTION gate.pass_contact(of_contact uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT gate.reads_contact(of_contact) OR NOT EXISTS (
        SELECT 1 FROM public.contacts_opening o
        WHERE o.contact_id = of_contact AND o.created_by_id = gate.member())
    THEN
        RETURN false;
    END IF;
    UPDATE public.contacts_contact SET words_sealed = NULL, forgotten_at = statement_timestamp()
    WHERE id = of_contact;
    UPDATE public.identity_key SET wrapped = NULL, shredded_at = statement_timestamp()
    WHERE subject_id = of_contact AND wrapped IS NOT NULL;
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.pass_contact(uuid) TO samvern_app;
