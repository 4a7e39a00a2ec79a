-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.reach_others()
CREATE OR REPLACE FUNCTION gate.reach_others()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    who record;
    asked record;
    says text;
    hit record;
    reached uuid;
BEGIN
    SELECT * INTO who FROM gate.acting();
    FOR asked IN
        SELECT i.id, i.purpose, i.expires_at, i.asked_by_id, m.organisation_id, k.blinds
        FROM gate.asking k JOIN public.identity_inquiry i ON i.id = k.id
        JOIN public.access_member m ON m.id = i.asked_by_id
        WHERE gate.told(k.tx) AND (i.asked_by_id = who.member
            OR who.role = 'service' AND m.organisation_id = who.organisation)
        FOR UPDATE OF k SKIP LOCKED
    LOOP
        SELECT left(m.name || ', ' || o.name, 250) INTO says FROM public.access_member m
        JOIN public.access_organisation o ON o.id = m.organisation_id WHERE m.id = asked.asked_by_id;
        FOR hit IN
            SELECT DISTINCT l.case_id, l.person_id, c.owner_id FROM public.identity_lookup l
            JOIN public.cases_case c ON c.id = l.case_id
            WHERE l.blind = ANY (asked.blinds) AND c.organisation_id <> asked.organisation_id
                AND c.erased_at IS NULL
            ORDER BY l.case_id, l.person_id LIMIT 20
        LOOP
            reached := gen_random_uuid();
            INSERT INTO public.identity_answer (id, created_at, case_id, person_id, inquiry_id, asker,
                purpose, expires_at, contact)
            VALUES (reached, statement_timestamp(), hit.case_id, hit.person_id, asked.id, says,
                asked.purpose, asked.expires_at, '');
            INSERT INTO public.cases_notice (id, created_at, case_id, member_id, kind, about_id, key)
            VALUES (gen_random_uuid(), statement_timestamp(), hit.case_id, hit.owner_id,
                'inquiry-received', reached, 'inquiry:' || reached);
            PERFORM audit.tell(hit.case_id, jsonb_build_object('act', 'identity.asked',
                'object', reached, 'detail', jsonb_build_object('purpose', asked.purpose, 'asker', says)));
        END LOOP;
        DELETE FROM gate.asking k WHERE k.id = asked.id;
    END LOOP;
    -- Of an inquiry that was erased with its case there is nothing left to ask.
    DELETE FROM gate.asking k WHERE NOT EXISTS (
        SELECT 1 FROM public.identity_inquiry i WHERE i.id = k.id);
END $function$;
GRANT EXECUTE ON FUNCTION gate.reach_others() TO samvern_app;
