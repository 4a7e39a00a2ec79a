-- SPDX-License-Identifier: EUPL-1.2
-- Tables of the schemas gate and audit, which no model reads.

SET LOCAL ROLE samvern_gate;

CREATE TABLE gate.living (
    name text NOT NULL,
    thing text NOT NULL,
    alive text NOT NULL,
    fate text NOT NULL,
    finish text NOT NULL,
    place integer NOT NULL,
    still text[] NOT NULL,
    CONSTRAINT living_fate_check CHECK ((fate = ANY (ARRAY['ends'::text, 'kept'::text, 'either'::text])))
);

ALTER TABLE ONLY gate.living
    ADD CONSTRAINT living_pkey PRIMARY KEY (name);

RESET ROLE;
