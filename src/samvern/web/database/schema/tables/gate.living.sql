-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: alive text NOT NULL
-- column: fate text NOT NULL
-- column: finish text NOT NULL
-- column: name text NOT NULL
-- column: place integer NOT NULL
-- column: still text[] NOT NULL
-- column: thing text NOT NULL
-- constraint: living_fate_check CHECK ((fate = ANY (ARRAY['ends'::text, 'kept'::text, 'either'::text])))
-- constraint: living_pkey PRIMARY KEY (name)
-- index: living_pkey CREATE UNIQUE INDEX living_pkey ON gate.living USING btree (name)

-- grants
GRANT SELECT ON gate.living TO samvern_owner;
