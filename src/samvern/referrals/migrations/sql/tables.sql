-- SPDX-License-Identifier: EUPL-1.2
-- Tables of the schemas gate and audit, which no model reads.

SET LOCAL ROLE samvern_gate;

CREATE TABLE gate.link (
    id uuid NOT NULL,
    name bytea NOT NULL,
    proof bytea NOT NULL,
    content bytea,
    answers_to bytea NOT NULL,
    openings_left smallint NOT NULL,
    wrong smallint DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone,
    CONSTRAINT link_answers_to_check CHECK ((octet_length(answers_to) = 32)),
    CONSTRAINT link_name_check CHECK ((octet_length(name) = 32)),
    CONSTRAINT link_openings_left_check CHECK (((openings_left >= 0) AND (openings_left <= 3))),
    CONSTRAINT link_proof_check CHECK ((octet_length(proof) = 32))
);

ALTER TABLE ONLY gate.link
    ADD CONSTRAINT link_name_key UNIQUE (name);

ALTER TABLE ONLY gate.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (id);

RESET ROLE;
