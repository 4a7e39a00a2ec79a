-- SPDX-License-Identifier: EUPL-1.2
-- Tables of the schemas gate and audit, which no model reads.

SET LOCAL ROLE samvern_gate;

-- What keeps the name of a line from being worked out, or compared with another organisation's. The
-- program never holds it.
CREATE TABLE gate.board_secret (
    value bytea NOT NULL,
    CONSTRAINT board_secret_value_check CHECK ((octet_length(value) = 32))
);

CREATE TABLE gate.program_secret (
    program_id uuid NOT NULL,
    hash bytea NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT program_secret_hash_check CHECK ((octet_length(hash) = 32))
);

ALTER TABLE ONLY gate.program_secret
    ADD CONSTRAINT program_secret_pkey PRIMARY KEY (program_id, hash);

RESET ROLE;
