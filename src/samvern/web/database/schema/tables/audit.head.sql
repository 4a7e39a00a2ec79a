-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit
-- table: table of samvern_audit, row security forced
-- column: chain uuid NOT NULL
-- column: hash bytea NOT NULL
-- column: number bigint NOT NULL
-- constraint: head_pkey PRIMARY KEY (chain)
-- index: head_pkey CREATE UNIQUE INDEX head_pkey ON audit.head USING btree (chain)

-- policy: keeper
CREATE POLICY keeper ON audit.head AS PERMISSIVE FOR ALL TO samvern_audit
    USING (true);

-- policy: reading
CREATE POLICY reading ON audit.head AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((chain = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = 'auditor'::text)));

-- grants
GRANT SELECT ON audit.head TO samvern_app;
