-- SPDX-License-Identifier: EUPL-1.2
-- Tables of the schemas gate and audit, which no model reads.

SET LOCAL ROLE samvern_audit;

CREATE TABLE audit.line (
    chain uuid NOT NULL,
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    member_id uuid,
    organisation_id uuid,
    role text NOT NULL,
    act text NOT NULL,
    outcome text NOT NULL,
    case_id uuid,
    object_id uuid,
    detail_hash bytea NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY audit.line FORCE ROW LEVEL SECURITY;

SET LOCAL ROLE samvern_gate;

-- What a browser holds between requests. The key is the hash of the cookie and the content is
-- sealed with it, so a reader of this table can neither use a visit nor see what is in it.
CREATE TABLE gate.visit (
    key bytea NOT NULL,
    handle uuid DEFAULT gen_random_uuid() NOT NULL,
    sealed bytea NOT NULL,
    user_id uuid,
    token_hash bytea,
    provider bytea,
    device text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    seen_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT visit_key_check CHECK ((octet_length(key) = 32))
);

SET LOCAL ROLE samvern_audit;

CREATE TABLE audit.detail (
    chain uuid NOT NULL,
    number bigint NOT NULL,
    salt bytea NOT NULL,
    content jsonb NOT NULL
);

ALTER TABLE ONLY audit.detail FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.head (
    chain uuid NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY audit.head FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.history (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    member_id uuid,
    case_id uuid NOT NULL,
    category text NOT NULL,
    source text NOT NULL,
    row_id uuid NOT NULL,
    was jsonb NOT NULL
);

ALTER TABLE ONLY audit.history FORCE ROW LEVEL SECURITY;

ALTER TABLE audit.history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME audit.history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

SET LOCAL ROLE samvern_gate;

CREATE TABLE gate.allowance (
    what text NOT NULL,
    hourly integer NOT NULL,
    daily integer NOT NULL
);

CREATE UNLOGGED TABLE gate.budget (
    member_id uuid NOT NULL,
    what text NOT NULL,
    hour timestamp with time zone NOT NULL,
    object uuid NOT NULL,
    used integer NOT NULL
);

-- Counters of tries, shared by all processes, gone after a crash.
CREATE UNLOGGED TABLE gate.counter (
    key bytea NOT NULL,
    value jsonb NOT NULL,
    until timestamp with time zone
);

CREATE TABLE gate.course (
    thing text NOT NULL,
    move text NOT NULL,
    start text NOT NULL,
    finish text NOT NULL,
    side text NOT NULL,
    reasoned boolean NOT NULL,
    CONSTRAINT course_side_check CHECK ((side = ANY (ARRAY['sender'::text, 'receiver'::text, 'job'::text])))
);

CREATE TABLE gate.invitation (
    key bytea NOT NULL,
    member_id uuid NOT NULL,
    made_by uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT invitation_key_check CHECK ((octet_length(key) = 32))
);

CREATE TABLE gate.secret (
    id smallint NOT NULL,
    value bytea NOT NULL,
    CONSTRAINT secret_value_check CHECK ((octet_length(value) = 32))
);

CREATE TABLE gate.session (
    token_hash bytea NOT NULL,
    member_id uuid NOT NULL,
    authenticated_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    purpose text DEFAULT ''::text NOT NULL,
    categories text[],
    CONSTRAINT session_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

-- Who a provider of identity vouches for; the name is a keyed digest of issuer and subject.
CREATE TABLE gate.vouched (
    name bytea NOT NULL,
    user_id uuid NOT NULL,
    linked_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT vouched_name_check CHECK ((octet_length(name) = 32))
);

SET LOCAL ROLE samvern_audit;

ALTER TABLE ONLY audit.detail
    ADD CONSTRAINT detail_pkey PRIMARY KEY (chain, number);

ALTER TABLE ONLY audit.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (chain);

ALTER TABLE ONLY audit.history
    ADD CONSTRAINT history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY audit.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (chain, number);

SET LOCAL ROLE samvern_gate;

ALTER TABLE ONLY gate.allowance
    ADD CONSTRAINT allowance_pkey PRIMARY KEY (what);

ALTER TABLE ONLY gate.budget
    ADD CONSTRAINT budget_pkey PRIMARY KEY (member_id, what, hour, object);

ALTER TABLE ONLY gate.counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (key);

ALTER TABLE ONLY gate.course
    ADD CONSTRAINT course_pkey PRIMARY KEY (thing, move, start, side);

ALTER TABLE ONLY gate.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (key);

ALTER TABLE ONLY gate.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (id);

ALTER TABLE ONLY gate.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY gate.visit
    ADD CONSTRAINT visit_handle_key UNIQUE (handle);

ALTER TABLE ONLY gate.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (key);

ALTER TABLE ONLY gate.vouched
    ADD CONSTRAINT vouched_pkey PRIMARY KEY (name);

SET LOCAL ROLE samvern_audit;

CREATE INDEX history_case_id_at_idx ON audit.history USING btree (case_id, at);

CREATE INDEX history_row_id_idx ON audit.history USING btree (row_id);

CREATE INDEX line_case_id_at_idx ON audit.line USING btree (case_id, at);

CREATE INDEX line_chain_at_idx ON audit.line USING btree (chain, at);

SET LOCAL ROLE samvern_gate;

CREATE INDEX invitation_member_id_idx ON gate.invitation USING btree (member_id);

CREATE INDEX session_member_id_idx ON gate.session USING btree (member_id);

CREATE INDEX visit_expires_at_idx ON gate.visit USING btree (expires_at);

CREATE INDEX visit_provider_idx ON gate.visit USING btree (provider);

CREATE INDEX visit_token_hash_idx ON gate.visit USING btree (token_hash);

CREATE INDEX visit_user_id_idx ON gate.visit USING btree (user_id);

RESET ROLE;
