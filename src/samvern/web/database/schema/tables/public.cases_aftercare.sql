-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: ended_at timestamp with time zone
-- column: id uuid NOT NULL
-- column: kind character varying(40) NOT NULL
-- column: member_id uuid NOT NULL
-- column: thing_id uuid NOT NULL
-- constraint: cases_aftercare_case_id_87f4a77f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_aftercare_created_by_id_e046c61b_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_aftercare_member_id_136aaefa_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_aftercare_pkey PRIMARY KEY (id)
-- index: aftercare_once CREATE UNIQUE INDEX aftercare_once ON public.cases_aftercare USING btree (case_id, thing_id) WHERE (ended_at IS NULL)
-- index: cases_aftercare_case_id_87f4a77f CREATE INDEX cases_aftercare_case_id_87f4a77f ON public.cases_aftercare USING btree (case_id)
-- index: cases_aftercare_created_by_id_e046c61b CREATE INDEX cases_aftercare_created_by_id_e046c61b ON public.cases_aftercare USING btree (created_by_id)
-- index: cases_aftercare_kind_4814c9fa CREATE INDEX cases_aftercare_kind_4814c9fa ON public.cases_aftercare USING btree (kind)
-- index: cases_aftercare_kind_4814c9fa_like CREATE INDEX cases_aftercare_kind_4814c9fa_like ON public.cases_aftercare USING btree (kind varchar_pattern_ops)
-- index: cases_aftercare_member_id_136aaefa CREATE INDEX cases_aftercare_member_id_136aaefa ON public.cases_aftercare USING btree (member_id)
-- index: cases_aftercare_pkey CREATE UNIQUE INDEX cases_aftercare_pkey ON public.cases_aftercare USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_aftercare AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_aftercare AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_aftercare AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: living_changed
CREATE POLICY living_changed ON public.cases_aftercare AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: living_seen
CREATE POLICY living_seen ON public.cases_aftercare AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.cases_aftercare AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_aftercare AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_aftercare AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.cases_aftercare FOR EACH ROW EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_aftercare FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_known
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF member_id ON public.cases_aftercare FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('member_id');

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_aftercare FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('member_id', '', '');

-- trigger: b_keep
CREATE TRIGGER b_keep BEFORE INSERT OR UPDATE OF member_id, ended_at ON public.cases_aftercare FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.keep_aftercare();

-- grants
GRANT DELETE ON public.cases_aftercare TO samvern_gate;
GRANT INSERT ON public.cases_aftercare TO samvern_app;
GRANT SELECT (case_id) ON public.cases_aftercare TO samvern_gate;
GRANT SELECT ON public.cases_aftercare TO samvern_app;
GRANT SELECT ON public.cases_aftercare TO samvern_gate;
GRANT UPDATE (ended_at) ON public.cases_aftercare TO samvern_gate;
GRANT UPDATE (member_id) ON public.cases_aftercare TO samvern_app;
