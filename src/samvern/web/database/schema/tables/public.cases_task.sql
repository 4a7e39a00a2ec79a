-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: done_at timestamp with time zone
-- column: due_on date
-- column: ended_at timestamp with time zone
-- column: id uuid NOT NULL
-- column: owner_id uuid NOT NULL
-- column: rule character varying(60) NOT NULL DEFAULT ''::character varying
-- column: text_sealed bytea NOT NULL
-- column: version integer NOT NULL
-- constraint: cases_task_case_id_db8cf8f3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_task_created_by_id_eb38ab4d_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_task_owner_id_2bc23a7b_fk_access_member_id FOREIGN KEY (owner_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_task_pkey PRIMARY KEY (id)
-- constraint: cases_task_version_check CHECK ((version >= 0))
-- index: cases_task_case_id_db8cf8f3 CREATE INDEX cases_task_case_id_db8cf8f3 ON public.cases_task USING btree (case_id)
-- index: cases_task_created_by_id_eb38ab4d CREATE INDEX cases_task_created_by_id_eb38ab4d ON public.cases_task USING btree (created_by_id)
-- index: cases_task_owner_id_2bc23a7b CREATE INDEX cases_task_owner_id_2bc23a7b ON public.cases_task USING btree (owner_id)
-- index: cases_task_pkey CREATE UNIQUE INDEX cases_task_pkey ON public.cases_task USING btree (id)
-- index: task_of_owner CREATE INDEX task_of_owner ON public.cases_task USING btree (owner_id, done_at, due_on)

-- policy: erasing
CREATE POLICY erasing ON public.cases_task AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_task AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_task AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: living_changed
CREATE POLICY living_changed ON public.cases_task AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: living_seen
CREATE POLICY living_seen ON public.cases_task AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.cases_task AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_task AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('plan'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('plan'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_task AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.cases_task FOR EACH ROW WHEN (((new.done_at IS NULL) AND (new.ended_at IS NULL))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_task FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_known
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF owner_id ON public.cases_task FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('owner_id');

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.cases_task FOR EACH ROW WHEN (((NOT COALESCE(((old.done_at IS NULL) AND (old.ended_at IS NULL)), false)) AND ((new.done_at IS NULL) AND (new.ended_at IS NULL)))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_task FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,text_sealed,due_on,done_at,ended_at,owner_id', '', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_task FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('plan');

-- grants
GRANT DELETE ON public.cases_task TO samvern_gate;
GRANT INSERT ON public.cases_task TO samvern_app;
GRANT SELECT (case_id, done_at, ended_at, id, version) ON public.cases_task TO samvern_gate;
GRANT SELECT ON public.cases_task TO samvern_app;
GRANT UPDATE (changed_at, ended_at, version) ON public.cases_task TO samvern_gate;
GRANT UPDATE ON public.cases_task TO samvern_app;
