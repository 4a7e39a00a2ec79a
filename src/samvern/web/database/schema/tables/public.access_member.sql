-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: asked_by_id uuid
-- column: confirmed_at timestamp with time zone
-- column: confirmed_by_id uuid
-- column: created_at timestamp with time zone NOT NULL
-- column: email character varying(254) NOT NULL
-- column: id uuid NOT NULL
-- column: name character varying(120) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: phone character varying(40) NOT NULL DEFAULT ''::character varying
-- column: renewed_at timestamp with time zone
-- column: role character varying(20) NOT NULL
-- column: since timestamp with time zone NOT NULL
-- column: unit_id uuid
-- column: until timestamp with time zone
-- column: user_id uuid NOT NULL
-- constraint: access_member_asked_by_id_2a4faac0_fk_access_member_id FOREIGN KEY (asked_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_member_confirmed_by_id_93614513_fk_access_member_id FOREIGN KEY (confirmed_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_member_organisation_id_e146f9a2_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_member_pkey PRIMARY KEY (id)
-- constraint: access_member_unit_id_d79f3d4b_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_member_user_id_9bda2d8c_fk_access_user_id FOREIGN KEY (user_id) REFERENCES access_user(id) DEFERRABLE INITIALLY DEFERRED
-- index: access_member_asked_by_id_2a4faac0 CREATE INDEX access_member_asked_by_id_2a4faac0 ON public.access_member USING btree (asked_by_id)
-- index: access_member_confirmed_by_id_93614513 CREATE INDEX access_member_confirmed_by_id_93614513 ON public.access_member USING btree (confirmed_by_id)
-- index: access_member_organisation_id_e146f9a2 CREATE INDEX access_member_organisation_id_e146f9a2 ON public.access_member USING btree (organisation_id)
-- index: access_member_pkey CREATE UNIQUE INDEX access_member_pkey ON public.access_member USING btree (id)
-- index: access_member_unit_id_d79f3d4b CREATE INDEX access_member_unit_id_d79f3d4b ON public.access_member USING btree (unit_id)
-- index: access_member_user_id_9bda2d8c CREATE INDEX access_member_user_id_9bda2d8c ON public.access_member USING btree (user_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.access_member AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (user_id <> ( SELECT gate.person() AS person)) AND ((role)::text <> 'service'::text) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- policy: migration
CREATE POLICY migration ON public.access_member AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_member AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_end
CREATE POLICY samvern_gate_end ON public.access_member AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (((role)::text = 'service'::text));

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.access_member AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_phone
CREATE POLICY samvern_gate_phone ON public.access_member AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_member AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) OR (organisation_id = ANY (( SELECT gate.partners() AS partners)::uuid[])) OR (user_id = ( SELECT gate.person() AS person))));

-- policy: services
CREATE POLICY services ON public.access_member AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (((role)::text = 'service'::text));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.access_member AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (user_id <> ( SELECT gate.person() AS person)) AND ((role)::text <> 'service'::text)))
    WITH CHECK (((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.access_member FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('name,email,unit_id', 'until', '');

-- trigger: guard_coordinator
CREATE TRIGGER guard_coordinator BEFORE INSERT ON public.access_member FOR EACH ROW WHEN (((new.role)::text = 'coordinator'::text)) EXECUTE FUNCTION gate.guard_coordinator();

-- trigger: hold_membership
CREATE TRIGGER hold_membership BEFORE INSERT OR UPDATE ON public.access_member FOR EACH ROW EXECUTE FUNCTION gate.hold_membership();

-- trigger: keep_a_leader
CREATE TRIGGER keep_a_leader AFTER UPDATE OF until, unit_id ON public.access_member FOR EACH ROW WHEN ((((old.role)::text = 'leader'::text) AND ((old.until IS DISTINCT FROM new.until) OR (old.unit_id IS DISTINCT FROM new.unit_id)))) EXECUTE FUNCTION gate.guard_leaving_leader();

-- trigger: tell_waiting_again
CREATE TRIGGER tell_waiting_again AFTER UPDATE ON public.access_member FOR EACH ROW WHEN (((old.confirmed_at IS NOT NULL) AND (new.confirmed_at IS NULL))) EXECUTE FUNCTION gate.tell_waiting();

-- trigger: tell_waiting_new
CREATE TRIGGER tell_waiting_new AFTER INSERT ON public.access_member FOR EACH ROW WHEN ((new.confirmed_at IS NULL)) EXECUTE FUNCTION gate.tell_waiting();

-- trigger: z_working_organisation_id
CREATE TRIGGER z_working_organisation_id AFTER INSERT ON public.access_member FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('organisation_id');

-- grants
GRANT INSERT ON public.access_member TO samvern_app;
GRANT INSERT ON public.access_member TO samvern_gate;
GRANT SELECT ON public.access_member TO samvern_app;
GRANT SELECT ON public.access_member TO samvern_gate;
GRANT UPDATE (asked_by_id, confirmed_at, confirmed_by_id, phone, renewed_at, until) ON public.access_member TO samvern_gate;
GRANT UPDATE (email, name, unit_id, until) ON public.access_member TO samvern_app;
