-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: contact_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: due_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: reach_sealed bytea
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: unit_id uuid NOT NULL
-- constraint: contacts_callback_contact_id_e15cb2c2_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES contacts_contact(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_callback_created_by_id_a993b2d3_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_callback_organisation_id_a84288e9_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_callback_pkey PRIMARY KEY (id)
-- constraint: contacts_callback_unit_id_1df2a476_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- index: callback_of_unit CREATE INDEX callback_of_unit ON public.contacts_callback USING btree (unit_id, state, due_at)
-- index: contacts_callback_contact_id_e15cb2c2 CREATE INDEX contacts_callback_contact_id_e15cb2c2 ON public.contacts_callback USING btree (contact_id)
-- index: contacts_callback_created_by_id_a993b2d3 CREATE INDEX contacts_callback_created_by_id_a993b2d3 ON public.contacts_callback USING btree (created_by_id)
-- index: contacts_callback_organisation_id_a84288e9 CREATE INDEX contacts_callback_organisation_id_a84288e9 ON public.contacts_callback USING btree (organisation_id)
-- index: contacts_callback_pkey CREATE UNIQUE INDEX contacts_callback_pkey ON public.contacts_callback USING btree (id)
-- index: contacts_callback_state_89e3c34d CREATE INDEX contacts_callback_state_89e3c34d ON public.contacts_callback USING btree (state)
-- index: contacts_callback_state_89e3c34d_like CREATE INDEX contacts_callback_state_89e3c34d_like ON public.contacts_callback USING btree (state varchar_pattern_ops)
-- index: contacts_callback_unit_id_1df2a476 CREATE INDEX contacts_callback_unit_id_1df2a476 ON public.contacts_callback USING btree (unit_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_callback AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[]))) AND ((state)::text = 'due'::text)));

-- policy: migration
CREATE POLICY migration ON public.contacts_callback AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_callback AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.contacts_callback AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_callback AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.contacts_callback AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));

-- grants
GRANT INSERT ON public.contacts_callback TO samvern_app;
GRANT SELECT ON public.contacts_callback TO samvern_app;
GRANT SELECT ON public.contacts_callback TO samvern_gate;
GRANT UPDATE (due_at, reach_sealed) ON public.contacts_callback TO samvern_app;
GRANT UPDATE (reach_sealed, state, state_since) ON public.contacts_callback TO samvern_gate;
