-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: changed_at timestamp with time zone NOT NULL
-- column: circle character varying(10) NOT NULL
-- column: close_ground character varying(40) NOT NULL
-- column: close_sealed bytea
-- column: closed_at timestamp with time zone
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: erased_at timestamp with time zone
-- column: held_at timestamp with time zone
-- column: held_by_id uuid
-- column: hold_sealed bytea
-- column: id uuid NOT NULL
-- column: kind character varying(20) NOT NULL
-- column: label_sealed bytea
-- column: organisation_id uuid NOT NULL
-- column: origin character varying(10) NOT NULL
-- column: owner_id uuid NOT NULL
-- column: reference jsonb NOT NULL
-- column: state character varying(10) NOT NULL
-- column: unit_id uuid NOT NULL
-- column: version integer NOT NULL
-- constraint: cases_case_created_by_id_91d115ec_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_case_held_by_id_6662a011_fk_access_member_id FOREIGN KEY (held_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_case_organisation_id_dac38ff3_fk_access_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_case_owner_id_352cf2f7_fk_access_member_id FOREIGN KEY (owner_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_case_pkey PRIMARY KEY (id)
-- constraint: cases_case_reference_key UNIQUE (reference)
-- constraint: cases_case_unit_id_f34fc706_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_case_version_check CHECK ((version >= 0))
-- constraint: reference_is_text CHECK ((jsonb_typeof(reference) = 'string'::text))
-- index: case_of_owner CREATE INDEX case_of_owner ON public.cases_case USING btree (owner_id, state, changed_at DESC)
-- index: case_of_unit CREATE INDEX case_of_unit ON public.cases_case USING btree (unit_id, state, changed_at DESC)
-- index: cases_case_close_ground_b3720d86 CREATE INDEX cases_case_close_ground_b3720d86 ON public.cases_case USING btree (close_ground)
-- index: cases_case_close_ground_b3720d86_like CREATE INDEX cases_case_close_ground_b3720d86_like ON public.cases_case USING btree (close_ground varchar_pattern_ops)
-- index: cases_case_created_by_id_91d115ec CREATE INDEX cases_case_created_by_id_91d115ec ON public.cases_case USING btree (created_by_id)
-- index: cases_case_held_by_id_6662a011 CREATE INDEX cases_case_held_by_id_6662a011 ON public.cases_case USING btree (held_by_id)
-- index: cases_case_organisation_id_dac38ff3 CREATE INDEX cases_case_organisation_id_dac38ff3 ON public.cases_case USING btree (organisation_id)
-- index: cases_case_owner_id_352cf2f7 CREATE INDEX cases_case_owner_id_352cf2f7 ON public.cases_case USING btree (owner_id)
-- index: cases_case_pkey CREATE UNIQUE INDEX cases_case_pkey ON public.cases_case USING btree (id)
-- index: cases_case_reference_key CREATE UNIQUE INDEX cases_case_reference_key ON public.cases_case USING btree (reference)
-- index: cases_case_unit_id_f34fc706 CREATE INDEX cases_case_unit_id_f34fc706 ON public.cases_case USING btree (unit_id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_case AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_case AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (owner_id = ( SELECT gate.member() AS member)) AND ((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND (owner_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation))))) AND ((created_by_id = ( SELECT gate.member() AS member)) AND (erased_at IS NULL))));

-- policy: migration
CREATE POLICY migration ON public.cases_case AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_audit
CREATE POLICY samvern_audit ON public.cases_case AS PERMISSIVE FOR SELECT TO samvern_audit
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_case AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_case AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (owner_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_case AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND ((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (owner_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND ((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (owner_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))) AND ((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND (owner_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- trigger: a_a_known
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_case FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');

-- trigger: a_a_owner
CREATE TRIGGER a_a_owner BEFORE UPDATE OF owner_id ON public.cases_case FOR EACH ROW WHEN ((old.owner_id IS DISTINCT FROM new.owner_id)) EXECUTE FUNCTION gate.give_to_no_barred();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_case FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,kind,circle,state,label_sealed,owner_id,unit_id,closed_at,close_ground,close_sealed,held_at,held_by_id,hold_sealed', '', '');

-- trigger: a_zz_hold
CREATE TRIGGER a_zz_hold BEFORE UPDATE ON public.cases_case FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_case();

-- trigger: follow_state
CREATE TRIGGER follow_state AFTER UPDATE OF state ON public.cases_case FOR EACH ROW WHEN (((old.state)::text <> (new.state)::text)) EXECUTE FUNCTION gate.follow_state();

-- trigger: keep_a_leader
CREATE TRIGGER keep_a_leader AFTER UPDATE OF unit_id, organisation_id ON public.cases_case FOR EACH ROW WHEN (((old.unit_id IS DISTINCT FROM new.unit_id) OR (old.organisation_id IS DISTINCT FROM new.organisation_id))) EXECUTE FUNCTION gate.guard_case_leaders();

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_case FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- trigger: z_working_organisation_id
CREATE TRIGGER z_working_organisation_id AFTER INSERT ON public.cases_case FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('organisation_id');

-- grants
GRANT INSERT ON public.cases_case TO samvern_app;
GRANT SELECT (id, organisation_id) ON public.cases_case TO samvern_audit;
GRANT SELECT ON public.cases_case TO samvern_app;
GRANT SELECT ON public.cases_case TO samvern_gate;
GRANT UPDATE (close_sealed, erased_at, hold_sealed, label_sealed) ON public.cases_case TO samvern_gate;
GRANT UPDATE ON public.cases_case TO samvern_app;
