-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: events character varying(24)[] NOT NULL
-- column: failures integer NOT NULL
-- column: former_sealed bytea
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: secret_sealed bytea NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: url character varying(400) NOT NULL
-- constraint: coordination_hook_created_by_id_dc4394ae_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_hook_failures_check CHECK ((failures >= 0))
-- constraint: coordination_hook_organisation_id_4661a08e_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_hook_pkey PRIMARY KEY (id)
-- index: coordination_hook_created_by_id_dc4394ae CREATE INDEX coordination_hook_created_by_id_dc4394ae ON public.coordination_hook USING btree (created_by_id)
-- index: coordination_hook_organisation_id_4661a08e CREATE INDEX coordination_hook_organisation_id_4661a08e ON public.coordination_hook USING btree (organisation_id)
-- index: coordination_hook_pkey CREATE UNIQUE INDEX coordination_hook_pkey ON public.coordination_hook USING btree (id)
-- index: coordination_hook_state_b8d0c435 CREATE INDEX coordination_hook_state_b8d0c435 ON public.coordination_hook USING btree (state)
-- index: coordination_hook_state_b8d0c435_like CREATE INDEX coordination_hook_state_b8d0c435_like ON public.coordination_hook USING btree (state varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_hook AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = 'administrator'::text) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'active'::text)));

-- policy: migration
CREATE POLICY migration ON public.coordination_hook AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_hook AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_hook AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_hook AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.coordination_hook AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));

-- grants
GRANT INSERT ON public.coordination_hook TO samvern_app;
GRANT SELECT ON public.coordination_hook TO samvern_app;
GRANT SELECT ON public.coordination_hook TO samvern_gate;
GRANT UPDATE (failures, former_sealed, secret_sealed) ON public.coordination_hook TO samvern_app;
GRANT UPDATE (state, state_since) ON public.coordination_hook TO samvern_gate;
