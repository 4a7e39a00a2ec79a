-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit
-- table: table of samvern_audit, row security forced
-- column: at timestamp with time zone NOT NULL DEFAULT statement_timestamp()
-- column: case_id uuid NOT NULL
-- column: category text NOT NULL
-- column: id bigint NOT NULL IDENTITY
-- column: member_id uuid
-- column: row_id uuid NOT NULL
-- column: source text NOT NULL
-- column: was jsonb NOT NULL
-- constraint: history_pkey PRIMARY KEY (id)
-- index: history_case_id_at_idx CREATE INDEX history_case_id_at_idx ON audit.history USING btree (case_id, at)
-- index: history_pkey CREATE UNIQUE INDEX history_pkey ON audit.history USING btree (id)
-- index: history_row_id_idx CREATE INDEX history_row_id_idx ON audit.history USING btree (row_id)

-- policy: keeper
CREATE POLICY keeper ON audit.history AS PERMISSIVE FOR ALL TO samvern_audit
    USING (true);

-- policy: reading
CREATE POLICY reading ON audit.history AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = history.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- grants
GRANT SELECT ON audit.history TO samvern_app;
