-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hold_addresses(uuid)
CREATE OR REPLACE FUNCTION gate.hold_addresses(of_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    held record;
BEGIN
    FOR held IN
        INSERT INTO gate.held_address AS h
        SELECT DISTINCT p.id, m.id FROM public.access_member m
        JOIN public.identity_protectedaddress p ON true
        LEFT JOIN public.identity_addressreader r ON r.address_id = p.id AND r.member_id = m.id
            AND r.ended_at IS NULL AND r.approved_by_id IS NOT NULL
        WHERE m.user_id = of_person AND (p.created_by_id = m.id OR r.id IS NOT NULL)
        ON CONFLICT DO NOTHING RETURNING h.address_id, h.member_id
    LOOP
        INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
        SELECT gen_random_uuid(), statement_timestamp(), p.case_id, o.id, 'address-held', held.member_id,
            concat_ws(':', 'address-held', held.address_id, held.member_id,
                extract(epoch FROM statement_timestamp()))
        FROM public.identity_protectedaddress p
        CROSS JOIN LATERAL gate.openers(p.id, held.member_id) o (id)
        WHERE p.id = held.address_id ON CONFLICT DO NOTHING;
    END LOOP;
END $function$;
