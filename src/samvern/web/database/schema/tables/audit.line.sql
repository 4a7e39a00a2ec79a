-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit
-- table: table of samvern_audit, row security forced
-- column: act text NOT NULL
-- column: at timestamp with time zone NOT NULL
-- column: case_id uuid
-- column: chain uuid NOT NULL
-- column: detail_hash bytea NOT NULL
-- column: hash bytea NOT NULL
-- column: member_id uuid
-- column: number bigint NOT NULL
-- column: object_id uuid
-- column: organisation_id uuid
-- column: outcome text NOT NULL
-- column: role text NOT NULL
-- constraint: line_pkey PRIMARY KEY (chain, number)
-- index: line_case_id_at_idx CREATE INDEX line_case_id_at_idx ON audit.line USING btree (case_id, at)
-- index: line_chain_at_idx CREATE INDEX line_chain_at_idx ON audit.line USING btree (chain, at)
-- index: line_pkey CREATE UNIQUE INDEX line_pkey ON audit.line USING btree (chain, number)

-- policy: keeper
CREATE POLICY keeper ON audit.line AS PERMISSIVE FOR ALL TO samvern_audit
    USING (true);

-- policy: reading
CREATE POLICY reading ON audit.line AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((chain = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = 'auditor'::text) OR (( SELECT gate.opens('case'::text) AS opens) AND (act !~~ 'address.%'::text) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = line.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))))));

-- grants
GRANT SELECT ON audit.line TO samvern_app;
