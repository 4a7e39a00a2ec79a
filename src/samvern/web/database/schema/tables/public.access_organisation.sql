-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: active boolean NOT NULL
-- column: actor_code character varying(60) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(40) NOT NULL
-- column: name character varying(120) NOT NULL
-- column: region character varying(60) NOT NULL
-- column: synthetic boolean NOT NULL
-- constraint: access_organisation_pkey PRIMARY KEY (id)
-- index: access_organisation_actor_code_4bbda90a CREATE INDEX access_organisation_actor_code_4bbda90a ON public.access_organisation USING btree (actor_code)
-- index: access_organisation_actor_code_4bbda90a_like CREATE INDEX access_organisation_actor_code_4bbda90a_like ON public.access_organisation USING btree (actor_code varchar_pattern_ops)
-- index: access_organisation_kind_c338b5dd CREATE INDEX access_organisation_kind_c338b5dd ON public.access_organisation USING btree (kind)
-- index: access_organisation_kind_c338b5dd_like CREATE INDEX access_organisation_kind_c338b5dd_like ON public.access_organisation USING btree (kind varchar_pattern_ops)
-- index: access_organisation_pkey CREATE UNIQUE INDEX access_organisation_pkey ON public.access_organisation USING btree (id)

-- policy: closing
CREATE POLICY closing ON public.access_organisation AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.access_organisation AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_organisation AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_organisation AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.member() AS member) IS NOT NULL));

-- grants
GRANT SELECT ON public.access_organisation TO samvern_app;
GRANT SELECT ON public.access_organisation TO samvern_gate;
GRANT UPDATE (active) ON public.access_organisation TO samvern_gate;
