-- SPDX-License-Identifier: EUPL-1.2
-- The trail. One chain of hashes for each organisation; the application can add and, where its
-- role allows, read. What a line says of a person lies beside it and can be erased.
CREATE SCHEMA audit AUTHORIZATION samvern_audit;
SET LOCAL ROLE samvern_audit;
GRANT USAGE ON SCHEMA audit TO samvern_app, samvern_gate, samvern_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE samvern_audit REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE audit.head (chain uuid PRIMARY KEY, number bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE audit.line (
    chain uuid NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    member_id uuid,
    organisation_id uuid,
    role text NOT NULL,
    act text NOT NULL,
    outcome text NOT NULL,
    case_id uuid,
    object_id uuid,
    detail_hash bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE INDEX ON audit.line (case_id, at);
CREATE INDEX ON audit.line (chain, at);
CREATE TABLE audit.detail (
    chain uuid NOT NULL,
    number bigint NOT NULL,
    salt bytea NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE TABLE audit.history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT statement_timestamp(),
    member_id uuid,
    case_id uuid NOT NULL,
    category text NOT NULL,
    source text NOT NULL,
    row_id uuid NOT NULL,
    was jsonb NOT NULL
);
CREATE INDEX ON audit.history (case_id, at);
CREATE INDEX ON audit.history (row_id);

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

-- Add the lines of one request: to the actor's chain and, where the case is another's, to its too.
-- The actor is read from the token, never from what the application says.
CREATE FUNCTION audit.append(entries jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who record;
    todo record;
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    SELECT * INTO who FROM gate.acting();
    -- Chains in one order, whoever writes: two requests never wait for each other in a ring.
    FOR todo IN
        SELECT e.place, e.entry, t.chain FROM jsonb_array_elements(entries) WITH ORDINALITY e (entry, place)
        LEFT JOIN public.cases_case c ON c.id = (e.entry ->> 'case')::uuid
        CROSS JOIN LATERAL (
            SELECT coalesce(who.organisation, nobody) AS chain
            UNION SELECT c.organisation_id WHERE c.organisation_id IS NOT NULL
        ) t
        ORDER BY t.chain, e.place
    LOOP
        PERFORM audit.add(todo.chain, who, todo.entry);
    END LOOP;
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

GRANT EXECUTE ON FUNCTION audit.append TO samvern_app, samvern_gate;
GRANT EXECUTE ON FUNCTION audit.first_break TO samvern_app, samvern_owner, samvern_backup;
GRANT EXECUTE ON FUNCTION audit.keep TO samvern_owner;
GRANT SELECT ON audit.line, audit.detail, audit.history, audit.head TO samvern_app;
ALTER TABLE audit.head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON audit.head TO samvern_audit USING (true);
ALTER TABLE audit.line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON audit.line TO samvern_audit USING (true);
ALTER TABLE audit.detail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON audit.detail TO samvern_audit USING (true);
ALTER TABLE audit.history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY keeper ON audit.history TO samvern_audit USING (true);
RESET ROLE;
