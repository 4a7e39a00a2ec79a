-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: about_id uuid NOT NULL
-- column: attempts smallint NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: due_at timestamp with time zone NOT NULL
-- column: event character varying(24) NOT NULL
-- column: hook_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- constraint: coordination_deliver_created_by_id_2e4631d8_fk_access_me FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_deliver_organisation_id_babd4a98_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_delivery_attempts_check CHECK ((attempts >= 0))
-- constraint: coordination_delivery_hook_id_cc031ba7_fk_coordination_hook_id FOREIGN KEY (hook_id) REFERENCES coordination_hook(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_delivery_pkey PRIMARY KEY (id)
-- constraint: delivery_once UNIQUE (hook_id, about_id)
-- index: coordination_delivery_created_by_id_2e4631d8 CREATE INDEX coordination_delivery_created_by_id_2e4631d8 ON public.coordination_delivery USING btree (created_by_id)
-- index: coordination_delivery_hook_id_cc031ba7 CREATE INDEX coordination_delivery_hook_id_cc031ba7 ON public.coordination_delivery USING btree (hook_id)
-- index: coordination_delivery_organisation_id_babd4a98 CREATE INDEX coordination_delivery_organisation_id_babd4a98 ON public.coordination_delivery USING btree (organisation_id)
-- index: coordination_delivery_pkey CREATE UNIQUE INDEX coordination_delivery_pkey ON public.coordination_delivery USING btree (id)
-- index: coordination_delivery_state_80c7cceb CREATE INDEX coordination_delivery_state_80c7cceb ON public.coordination_delivery USING btree (state)
-- index: coordination_delivery_state_80c7cceb_like CREATE INDEX coordination_delivery_state_80c7cceb_like ON public.coordination_delivery USING btree (state varchar_pattern_ops)
-- index: delivery_due CREATE INDEX delivery_due ON public.coordination_delivery USING btree (organisation_id, due_at) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'failed'::character varying])::text[]))
-- index: delivery_once CREATE UNIQUE INDEX delivery_once ON public.coordination_delivery USING btree (hook_id, about_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_delivery AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text])) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'queued'::text) AND (EXISTS ( SELECT 1
   FROM coordination_hook h
  WHERE ((h.id = coordination_delivery.hook_id) AND (h.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- policy: migration
CREATE POLICY migration ON public.coordination_delivery AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_delivery AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_sweep
CREATE POLICY samvern_gate_sweep ON public.coordination_delivery AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_delivery AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_delivery AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.coordination_delivery AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));

-- grants
GRANT DELETE ON public.coordination_delivery TO samvern_gate;
GRANT INSERT ON public.coordination_delivery TO samvern_app;
GRANT SELECT ON public.coordination_delivery TO samvern_app;
GRANT SELECT ON public.coordination_delivery TO samvern_gate;
GRANT UPDATE (attempts, due_at) ON public.coordination_delivery TO samvern_app;
GRANT UPDATE (state, state_since) ON public.coordination_delivery TO samvern_gate;
