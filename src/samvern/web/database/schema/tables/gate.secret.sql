-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: id smallint NOT NULL
-- column: value bytea NOT NULL
-- constraint: secret_pkey PRIMARY KEY (id)
-- constraint: secret_value_check CHECK ((octet_length(value) = 32))
-- index: secret_pkey CREATE UNIQUE INDEX secret_pkey ON gate.secret USING btree (id)

-- grants
