-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- constraint: coordination_planite_made_by_id_607fdcdb_fk_access_me FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_planite_of_id_0c066278_fk_coordinat FOREIGN KEY (of_id) REFERENCES coordination_planitem(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_planitemstep_pkey PRIMARY KEY (id)
-- index: coordination_planitemstep_case_id_a62b9790 CREATE INDEX coordination_planitemstep_case_id_a62b9790 ON public.coordination_planitemstep USING btree (case_id)
-- index: coordination_planitemstep_finish_f6ee7942 CREATE INDEX coordination_planitemstep_finish_f6ee7942 ON public.coordination_planitemstep USING btree (finish)
-- index: coordination_planitemstep_finish_f6ee7942_like CREATE INDEX coordination_planitemstep_finish_f6ee7942_like ON public.coordination_planitemstep USING btree (finish varchar_pattern_ops)
-- index: coordination_planitemstep_made_by_id_607fdcdb CREATE INDEX coordination_planitemstep_made_by_id_607fdcdb ON public.coordination_planitemstep USING btree (made_by_id)
-- index: coordination_planitemstep_move_093f9e94 CREATE INDEX coordination_planitemstep_move_093f9e94 ON public.coordination_planitemstep USING btree (move)
-- index: coordination_planitemstep_move_093f9e94_like CREATE INDEX coordination_planitemstep_move_093f9e94_like ON public.coordination_planitemstep USING btree (move varchar_pattern_ops)
-- index: coordination_planitemstep_of_id_0c066278 CREATE INDEX coordination_planitemstep_of_id_0c066278 ON public.coordination_planitemstep USING btree (of_id)
-- index: coordination_planitemstep_pkey CREATE UNIQUE INDEX coordination_planitemstep_pkey ON public.coordination_planitemstep USING btree (id)
-- index: coordination_planitemstep_reason_7889d7cc CREATE INDEX coordination_planitemstep_reason_7889d7cc ON public.coordination_planitemstep USING btree (reason)
-- index: coordination_planitemstep_reason_7889d7cc_like CREATE INDEX coordination_planitemstep_reason_7889d7cc_like ON public.coordination_planitemstep USING btree (reason varchar_pattern_ops)
-- index: coordination_planitemstep_side_d2b8d8ee CREATE INDEX coordination_planitemstep_side_d2b8d8ee ON public.coordination_planitemstep USING btree (side)
-- index: coordination_planitemstep_side_d2b8d8ee_like CREATE INDEX coordination_planitemstep_side_d2b8d8ee_like ON public.coordination_planitemstep USING btree (side varchar_pattern_ops)
-- index: coordination_planitemstep_start_4cc81d6b CREATE INDEX coordination_planitemstep_start_4cc81d6b ON public.coordination_planitemstep USING btree (start)
-- index: coordination_planitemstep_start_4cc81d6b_like CREATE INDEX coordination_planitemstep_start_4cc81d6b_like ON public.coordination_planitemstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_planitemstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_planitemstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_planitemstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_planitem p)) AND (case_id = ( SELECT p.case_id
   FROM coordination_planitem p
  WHERE (p.id = coordination_planitemstep.of_id)))));

-- policy: living_ended
CREATE POLICY living_ended ON public.coordination_planitemstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.coordination_planitemstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_planitemstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_planitem p))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_planitemstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('coordination_planitem');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_planitemstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_planitemstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('coordination_planitem');

-- grants
GRANT DELETE ON public.coordination_planitemstep TO samvern_gate;
GRANT INSERT ON public.coordination_planitemstep TO samvern_app;
GRANT INSERT ON public.coordination_planitemstep TO samvern_gate;
GRANT SELECT (case_id) ON public.coordination_planitemstep TO samvern_gate;
GRANT SELECT ON public.coordination_planitemstep TO samvern_app;
