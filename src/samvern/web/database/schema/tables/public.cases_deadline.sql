-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: clock character varying(60) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: due_at timestamp with time zone
-- column: due_on date
-- column: extended_to date
-- column: id uuid NOT NULL
-- column: latest_on date
-- column: owner_id uuid NOT NULL
-- column: pack_hash character varying(64) NOT NULL
-- column: person_id uuid
-- column: reason_sealed bytea
-- column: starts_on date
-- column: state character varying(10) NOT NULL
-- column: title_sealed bytea
-- column: version integer NOT NULL
-- constraint: cases_deadline_case_id_fd6938e1_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_deadline_created_by_id_f688a1d8_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_deadline_owner_id_e0c2304f_fk_access_member_id FOREIGN KEY (owner_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_deadline_person_id_ae141e6c_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_deadline_pkey PRIMARY KEY (id)
-- constraint: cases_deadline_version_check CHECK ((version >= 0))
-- index: cases_deadline_case_id_fd6938e1 CREATE INDEX cases_deadline_case_id_fd6938e1 ON public.cases_deadline USING btree (case_id)
-- index: cases_deadline_created_by_id_f688a1d8 CREATE INDEX cases_deadline_created_by_id_f688a1d8 ON public.cases_deadline USING btree (created_by_id)
-- index: cases_deadline_owner_id_e0c2304f CREATE INDEX cases_deadline_owner_id_e0c2304f ON public.cases_deadline USING btree (owner_id)
-- index: cases_deadline_person_id_ae141e6c CREATE INDEX cases_deadline_person_id_ae141e6c ON public.cases_deadline USING btree (person_id)
-- index: cases_deadline_pkey CREATE UNIQUE INDEX cases_deadline_pkey ON public.cases_deadline USING btree (id)
-- index: clock_once CREATE UNIQUE INDEX clock_once ON public.cases_deadline USING btree (person_id, clock, starts_on) WHERE (((state)::text = 'running'::text) AND (NOT ((clock)::text = ''::text)))
-- index: deadline_of_owner CREATE INDEX deadline_of_owner ON public.cases_deadline USING btree (owner_id, state, due_on)

-- policy: erasing
CREATE POLICY erasing ON public.cases_deadline AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_deadline AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_deadline AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: living_changed
CREATE POLICY living_changed ON public.cases_deadline AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.cases_deadline AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_deadline AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_deadline AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('rights'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('rights'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_deadline AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.cases_deadline FOR EACH ROW WHEN (((new.state)::text = 'running'::text)) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_deadline FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_known
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_deadline FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.cases_deadline FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'running'::text), false)) AND ((new.state)::text = 'running'::text))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_deadline FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,starts_on,due_on,due_at,latest_on,state,extended_to,reason_sealed,pack_hash,owner_id', '', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_deadline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('rights');

-- grants
GRANT DELETE ON public.cases_deadline TO samvern_gate;
GRANT INSERT ON public.cases_deadline TO samvern_app;
GRANT SELECT (case_id) ON public.cases_deadline TO samvern_gate;
GRANT SELECT ON public.cases_deadline TO samvern_app;
GRANT SELECT ON public.cases_deadline TO samvern_gate;
GRANT UPDATE (changed_at, state, version) ON public.cases_deadline TO samvern_gate;
GRANT UPDATE ON public.cases_deadline TO samvern_app;
