-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: day date NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(30) NOT NULL
-- column: outcome character varying(12) NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: region character varying(60) NOT NULL
-- constraint: places_demand_pkey PRIMARY KEY (id)
-- index: places_demand_day_13d5071e CREATE INDEX places_demand_day_13d5071e ON public.places_demand USING btree (day)
-- index: places_demand_pkey CREATE UNIQUE INDEX places_demand_pkey ON public.places_demand USING btree (id)
-- index: places_demand_reason_f7e5c908 CREATE INDEX places_demand_reason_f7e5c908 ON public.places_demand USING btree (reason)
-- index: places_demand_reason_f7e5c908_like CREATE INDEX places_demand_reason_f7e5c908_like ON public.places_demand USING btree (reason varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_demand AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (( SELECT gate.opens('case'::text) AS opens));

-- policy: migration
CREATE POLICY migration ON public.places_demand AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.places_demand AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- grants
GRANT INSERT ON public.places_demand TO samvern_app;
GRANT SELECT ON public.places_demand TO samvern_gate;
