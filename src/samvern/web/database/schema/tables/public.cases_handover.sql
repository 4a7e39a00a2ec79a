-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: answered_at timestamp with time zone
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: giver_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: state character varying(10) NOT NULL
-- column: taker_id uuid NOT NULL
-- column: version integer NOT NULL
-- column: words_sealed bytea NOT NULL
-- constraint: cases_handover_case_id_d0f7ad3b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_handover_created_by_id_939fa70c_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_handover_giver_id_a465e6b0_fk_access_member_id FOREIGN KEY (giver_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_handover_pkey PRIMARY KEY (id)
-- constraint: cases_handover_taker_id_1f1969e1_fk_access_member_id FOREIGN KEY (taker_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_handover_version_check CHECK ((version >= 0))
-- index: cases_handover_case_id_d0f7ad3b CREATE INDEX cases_handover_case_id_d0f7ad3b ON public.cases_handover USING btree (case_id)
-- index: cases_handover_created_by_id_939fa70c CREATE INDEX cases_handover_created_by_id_939fa70c ON public.cases_handover USING btree (created_by_id)
-- index: cases_handover_giver_id_a465e6b0 CREATE INDEX cases_handover_giver_id_a465e6b0 ON public.cases_handover USING btree (giver_id)
-- index: cases_handover_pkey CREATE UNIQUE INDEX cases_handover_pkey ON public.cases_handover USING btree (id)
-- index: cases_handover_taker_id_1f1969e1 CREATE INDEX cases_handover_taker_id_1f1969e1 ON public.cases_handover USING btree (taker_id)
-- index: handover_one CREATE UNIQUE INDEX handover_one ON public.cases_handover USING btree (case_id) WHERE ((state)::text = 'offered'::text)

-- policy: erasing
CREATE POLICY erasing ON public.cases_handover AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_handover AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_handover AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: living_changed
CREATE POLICY living_changed ON public.cases_handover AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: living_seen
CREATE POLICY living_seen ON public.cases_handover AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.cases_handover AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_handover AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_handover AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.cases_handover FOR EACH ROW WHEN (((new.state)::text = 'offered'::text)) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_handover FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_known
CREATE TRIGGER a_a_known BEFORE INSERT OR UPDATE OF taker_id ON public.cases_handover FOR EACH ROW EXECUTE FUNCTION gate.give_to_known('taker_id');

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.cases_handover FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'offered'::text), false)) AND ((new.state)::text = 'offered'::text))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_handover FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,state', 'answered_at', 'offered');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_handover FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- grants
GRANT DELETE ON public.cases_handover TO samvern_gate;
GRANT INSERT ON public.cases_handover TO samvern_app;
GRANT SELECT (case_id, created_at, id, state, taker_id) ON public.cases_handover TO samvern_gate;
GRANT SELECT ON public.cases_handover TO samvern_app;
GRANT UPDATE (answered_at, state) ON public.cases_handover TO samvern_gate;
GRANT UPDATE ON public.cases_handover TO samvern_app;
