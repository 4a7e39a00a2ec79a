-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: blinds bytea[] NOT NULL
-- column: id uuid NOT NULL
-- column: tx xid8 NOT NULL DEFAULT pg_current_xact_id()
-- constraint: asking_pkey PRIMARY KEY (id)
-- index: asking_pkey CREATE UNIQUE INDEX asking_pkey ON gate.asking USING btree (id)

-- grants
