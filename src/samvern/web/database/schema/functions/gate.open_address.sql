-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.open_address(uuid,uuid)
CREATE OR REPLACE FUNCTION gate.open_address(of_address uuid, of_member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    found record;
BEGIN
    SELECT * INTO found FROM gate.held_addresses() w WHERE w.address = of_address AND w.member = of_member;
    IF found.address IS NULL OR (SELECT a.authenticated_at FROM gate.acting() a)
        < statement_timestamp() - interval '5 minutes' THEN RETURN false; END IF;
    DELETE FROM gate.held_address h WHERE h.address_id = of_address AND h.member_id = of_member;
    INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
    VALUES (gen_random_uuid(), statement_timestamp(), found.case_id, of_member, 'address-opened', NULL,
        concat_ws(':', 'address-opened', of_address, extract(epoch FROM statement_timestamp())))
    ON CONFLICT DO NOTHING;
    PERFORM audit.append(jsonb_build_array(jsonb_build_object('act', 'address.approve',
        'case', found.case_id, 'object', of_address, 'detail', jsonb_build_object('reader', of_member))));
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.open_address(uuid,uuid) TO samvern_app;
