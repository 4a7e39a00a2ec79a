-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: daily integer NOT NULL
-- column: hourly integer NOT NULL
-- column: what text NOT NULL
-- constraint: allowance_pkey PRIMARY KEY (what)
-- index: allowance_pkey CREATE UNIQUE INDEX allowance_pkey ON gate.allowance USING btree (what)

-- grants
