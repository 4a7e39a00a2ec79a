-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit
-- table: table of samvern_audit, row security forced
-- column: chain uuid NOT NULL
-- column: content jsonb NOT NULL
-- column: number bigint NOT NULL
-- column: salt bytea NOT NULL
-- constraint: detail_pkey PRIMARY KEY (chain, number)
-- index: detail_pkey CREATE UNIQUE INDEX detail_pkey ON audit.detail USING btree (chain, number)

-- policy: keeper
CREATE POLICY keeper ON audit.detail AS PERMISSIVE FOR ALL TO samvern_audit
    USING (true);

-- policy: reading
CREATE POLICY reading ON audit.detail AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((EXISTS ( SELECT 1
   FROM audit.line l
  WHERE ((l.chain = detail.chain) AND (l.number = detail.number)))));

-- grants
GRANT SELECT ON audit.detail TO samvern_app;
