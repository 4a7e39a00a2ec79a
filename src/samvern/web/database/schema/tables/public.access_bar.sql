-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: added_by_id uuid NOT NULL
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- column: review_on date NOT NULL
-- constraint: access_bar_added_by_id_09ce46a3_fk_access_member_id FOREIGN KEY (added_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_bar_member_id_e8a98ff8_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_bar_pkey PRIMARY KEY (id)
-- constraint: bar_once UNIQUE (case_id, member_id)
-- index: access_bar_added_by_id_09ce46a3 CREATE INDEX access_bar_added_by_id_09ce46a3 ON public.access_bar USING btree (added_by_id)
-- index: access_bar_case_id_346504ab CREATE INDEX access_bar_case_id_346504ab ON public.access_bar USING btree (case_id)
-- index: access_bar_member_id_e8a98ff8 CREATE INDEX access_bar_member_id_e8a98ff8 ON public.access_bar USING btree (member_id)
-- index: access_bar_pkey CREATE UNIQUE INDEX access_bar_pkey ON public.access_bar USING btree (id)
-- index: bar_once CREATE UNIQUE INDEX bar_once ON public.access_bar USING btree (case_id, member_id)

-- policy: erasing
CREATE POLICY erasing ON public.access_bar AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.access_bar AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.access_bar AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (added_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_bar.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.owner_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[]))))))) AND (member_id IN ( SELECT m.id
   FROM access_member m
  WHERE ((m.organisation_id = ( SELECT gate.organisation() AS organisation)) AND (m.user_id <> ( SELECT gate.person() AS person)))))));

-- policy: migration
CREATE POLICY migration ON public.access_bar AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: reviewing
CREATE POLICY reviewing ON public.access_bar AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_bar AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_bar AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_bar.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))));

-- trigger: a_a_hold
CREATE TRIGGER a_a_hold BEFORE INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.hold_to_bar();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.access_bar FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: guard_bar
CREATE TRIGGER guard_bar BEFORE INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.guard_bar();

-- trigger: guard_bar_after
CREATE TRIGGER guard_bar_after AFTER INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.guard_bar();

-- trigger: tell_bar
CREATE TRIGGER tell_bar AFTER INSERT ON public.access_bar FOR EACH ROW EXECUTE FUNCTION gate.tell_bar();

-- grants
GRANT DELETE ON public.access_bar TO samvern_gate;
GRANT INSERT ON public.access_bar TO samvern_app;
GRANT SELECT (case_id) ON public.access_bar TO samvern_gate;
GRANT SELECT ON public.access_bar TO samvern_app;
GRANT SELECT ON public.access_bar TO samvern_gate;
GRANT UPDATE (review_on) ON public.access_bar TO samvern_gate;
