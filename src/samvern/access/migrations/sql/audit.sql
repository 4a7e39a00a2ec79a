-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_audit;

-- What is hashed. Times as whole microseconds, so that no setting changes how they read.
CREATE FUNCTION audit.words(l audit.line) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT convert_to(concat_ws('|', l.chain, l.number,
        (extract(epoch FROM l.at) * 1000000)::bigint, coalesce(l.member_id::text, '-'),
        coalesce(l.organisation_id::text, '-'), l.role, l.act, l.outcome,
        coalesce(l.case_id::text, '-'), coalesce(l.object_id::text, '-'),
        encode(l.detail_hash, 'hex')), 'UTF8')
$$;

CREATE FUNCTION audit.add(to_chain uuid, who record, entry jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
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
END $$;

-- The first line of a chain that does not follow from the one before it; nothing when it is whole.
CREATE FUNCTION audit.first_break(of_chain uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH linked AS (
        SELECT l.number, l.hash, audit.words(l) AS words,
            lag(l.hash, 1, sha256(convert_to(of_chain::text, 'UTF8'))) OVER (ORDER BY l.number) AS before,
            row_number() OVER (ORDER BY l.number) AS place
        FROM audit.line l WHERE l.chain = of_chain
    ), broken AS (
        SELECT number FROM linked WHERE hash <> sha256(before || words) OR number <> place
        UNION ALL
        SELECT d.number FROM audit.detail d JOIN audit.line l USING (chain, number)
        WHERE chain = of_chain AND l.detail_hash <> sha256(d.salt || convert_to(d.content::text, 'UTF8'))
        UNION ALL
        SELECT h.number FROM audit.head h
        WHERE h.chain = of_chain AND h.number > 0 AND NOT EXISTS (
            SELECT 1 FROM audit.line l
            WHERE l.chain = of_chain AND l.number = h.number AND l.hash = h.hash)
    )
    SELECT min(number) FROM broken
$$;

-- Keep what a row was before it is changed. The application can neither write here nor prevent it.
CREATE FUNCTION audit.keep() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    old_row jsonb := to_jsonb(OLD);
BEGIN
    INSERT INTO audit.history (member_id, case_id, category, source, row_id, was)
    VALUES (gate.member(), coalesce(old_row ->> 'case_id', old_row ->> 'id')::uuid, TG_ARGV[0],
        TG_TABLE_NAME, OLD.id, old_row);
    RETURN NEW;
END $$;

RESET ROLE;
