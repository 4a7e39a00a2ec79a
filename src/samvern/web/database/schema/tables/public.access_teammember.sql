-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: added_by_id uuid
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: ended_at timestamp with time zone
-- column: id uuid NOT NULL
-- column: is_owner boolean NOT NULL
-- column: member_id uuid NOT NULL
-- constraint: access_teammember_added_by_id_e90732b7_fk_access_member_id FOREIGN KEY (added_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_teammember_member_id_3389735c_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_teammember_pkey PRIMARY KEY (id)
-- index: access_teammember_added_by_id_e90732b7 CREATE INDEX access_teammember_added_by_id_e90732b7 ON public.access_teammember USING btree (added_by_id)
-- index: access_teammember_case_id_66cd7768 CREATE INDEX access_teammember_case_id_66cd7768 ON public.access_teammember USING btree (case_id)
-- index: access_teammember_member_id_3389735c CREATE INDEX access_teammember_member_id_3389735c ON public.access_teammember USING btree (member_id)
-- index: access_teammember_pkey CREATE UNIQUE INDEX access_teammember_pkey ON public.access_teammember USING btree (id)
-- index: team_of_member CREATE INDEX team_of_member ON public.access_teammember USING btree (member_id, case_id)
-- index: team_once CREATE UNIQUE INDEX team_once ON public.access_teammember USING btree (case_id, member_id) WHERE (ended_at IS NULL)
-- index: team_one_owner CREATE UNIQUE INDEX team_one_owner ON public.access_teammember USING btree (case_id) WHERE ((ended_at IS NULL) AND is_owner)

-- policy: erasing
CREATE POLICY erasing ON public.access_teammember AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.access_teammember AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.access_teammember AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND ((member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND ((NOT is_owner) OR (ended_at IS NOT NULL) OR (EXISTS ( SELECT 1
   FROM cases_case o
  WHERE ((o.id = access_teammember.case_id) AND (o.owner_id = access_teammember.member_id)))))) AND ((added_by_id = ( SELECT gate.member() AS member)) AND (ended_at IS NULL))));

-- policy: living_changed
CREATE POLICY living_changed ON public.access_teammember AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.access_teammember AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_teammember AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_teammember AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.access_teammember AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND ((member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND ((NOT is_owner) OR (ended_at IS NOT NULL) OR (EXISTS ( SELECT 1
   FROM cases_case o
  WHERE ((o.id = access_teammember.case_id) AND (o.owner_id = access_teammember.member_id))))))));

-- trigger: a_a_hold
CREATE TRIGGER a_a_hold BEFORE INSERT ON public.access_teammember FOR EACH ROW WHEN ((new.ended_at IS NULL)) EXECUTE FUNCTION gate.hold_to_put_on();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.access_teammember FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_known
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF member_id, ended_at ON public.access_teammember FOR EACH ROW WHEN ((new.ended_at IS NULL)) EXECUTE FUNCTION gate.give_to_known('member_id');

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.access_teammember FOR EACH ROW WHEN (((new.ended_at IS NULL) AND ((old.ended_at IS NOT NULL) OR ((old.case_id IS DISTINCT FROM new.case_id) OR (old.member_id IS DISTINCT FROM new.member_id))))) EXECUTE FUNCTION gate.hold_to_put_on();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.access_teammember FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('is_owner', 'ended_at', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.access_teammember FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- grants
GRANT DELETE ON public.access_teammember TO samvern_gate;
GRANT INSERT ON public.access_teammember TO samvern_app;
GRANT SELECT (case_id) ON public.access_teammember TO samvern_gate;
GRANT SELECT ON public.access_teammember TO samvern_app;
GRANT SELECT ON public.access_teammember TO samvern_gate;
GRANT UPDATE (ended_at) ON public.access_teammember TO samvern_gate;
GRANT UPDATE ON public.access_teammember TO samvern_app;
