-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit

-- function: audit.add(uuid,record,jsonb)
CREATE OR REPLACE FUNCTION audit.add(to_chain uuid, who record, entry jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    salt bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
    content jsonb := coalesce(entry -> 'detail', '{}');
    previous audit.head;
    new audit.line;
BEGIN
    INSERT INTO audit.head VALUES (to_chain, 0, sha256(convert_to(to_chain::text, 'UTF8')))
    ON CONFLICT DO NOTHING;
    SELECT * INTO previous FROM audit.head WHERE chain = to_chain FOR UPDATE;
    new := (to_chain, previous.number + 1, clock_timestamp(), who.member, who.organisation,
        coalesce(who.role, '-'), entry ->> 'act', coalesce(entry ->> 'outcome', 'done'),
        (entry ->> 'case')::uuid, (entry ->> 'object')::uuid,
        sha256(salt || convert_to(content::text, 'UTF8')), '');
    new.hash := sha256(previous.hash || audit.words(new));
    INSERT INTO audit.line SELECT (new).*;
    INSERT INTO audit.detail VALUES (to_chain, new.number, salt, content);
    UPDATE audit.head SET number = new.number, hash = new.hash WHERE chain = to_chain;
END $function$;
