-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate, unlogged
-- column: key bytea NOT NULL
-- column: until timestamp with time zone
-- column: value jsonb NOT NULL
-- constraint: counter_pkey PRIMARY KEY (key)
-- index: counter_pkey CREATE UNIQUE INDEX counter_pkey ON gate.counter USING btree (key)

-- grants
