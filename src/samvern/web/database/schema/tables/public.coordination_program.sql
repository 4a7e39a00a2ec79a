-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: client_id character varying(40) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- column: name character varying(80) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: scopes character varying(40)[] NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: used_at timestamp with time zone
-- constraint: coordination_program_client_id_key UNIQUE (client_id)
-- constraint: coordination_program_created_by_id_2430918e_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_program_member_id_d0505b72_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_program_member_id_key UNIQUE (member_id)
-- constraint: coordination_program_organisation_id_2dfd6c6c_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_program_pkey PRIMARY KEY (id)
-- index: coordination_program_client_id_1cdb5f25_like CREATE INDEX coordination_program_client_id_1cdb5f25_like ON public.coordination_program USING btree (client_id varchar_pattern_ops)
-- index: coordination_program_client_id_key CREATE UNIQUE INDEX coordination_program_client_id_key ON public.coordination_program USING btree (client_id)
-- index: coordination_program_created_by_id_2430918e CREATE INDEX coordination_program_created_by_id_2430918e ON public.coordination_program USING btree (created_by_id)
-- index: coordination_program_member_id_key CREATE UNIQUE INDEX coordination_program_member_id_key ON public.coordination_program USING btree (member_id)
-- index: coordination_program_organisation_id_2dfd6c6c CREATE INDEX coordination_program_organisation_id_2dfd6c6c ON public.coordination_program USING btree (organisation_id)
-- index: coordination_program_pkey CREATE UNIQUE INDEX coordination_program_pkey ON public.coordination_program USING btree (id)
-- index: coordination_program_state_50db999b CREATE INDEX coordination_program_state_50db999b ON public.coordination_program USING btree (state)
-- index: coordination_program_state_50db999b_like CREATE INDEX coordination_program_state_50db999b_like ON public.coordination_program USING btree (state varchar_pattern_ops)

-- policy: migration
CREATE POLICY migration ON public.coordination_program AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_program AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.coordination_program AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_program AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_program AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'auditor'::text])) OR (member_id = ( SELECT gate.member() AS member)))));

-- grants
GRANT INSERT ON public.coordination_program TO samvern_gate;
GRANT SELECT ON public.coordination_program TO samvern_app;
GRANT SELECT ON public.coordination_program TO samvern_gate;
GRANT UPDATE (state, state_since, used_at) ON public.coordination_program TO samvern_gate;
