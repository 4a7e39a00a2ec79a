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
-- constraint: coordination_nudgestep_made_by_id_b41d38e5_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_nudgestep_of_id_f6e60ca0_fk_coordination_nudge_id FOREIGN KEY (of_id) REFERENCES coordination_nudge(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_nudgestep_pkey PRIMARY KEY (id)
-- index: coordination_nudgestep_case_id_bef2c2ac CREATE INDEX coordination_nudgestep_case_id_bef2c2ac ON public.coordination_nudgestep USING btree (case_id)
-- index: coordination_nudgestep_finish_7a1db048 CREATE INDEX coordination_nudgestep_finish_7a1db048 ON public.coordination_nudgestep USING btree (finish)
-- index: coordination_nudgestep_finish_7a1db048_like CREATE INDEX coordination_nudgestep_finish_7a1db048_like ON public.coordination_nudgestep USING btree (finish varchar_pattern_ops)
-- index: coordination_nudgestep_made_by_id_b41d38e5 CREATE INDEX coordination_nudgestep_made_by_id_b41d38e5 ON public.coordination_nudgestep USING btree (made_by_id)
-- index: coordination_nudgestep_move_1a5f2797 CREATE INDEX coordination_nudgestep_move_1a5f2797 ON public.coordination_nudgestep USING btree (move)
-- index: coordination_nudgestep_move_1a5f2797_like CREATE INDEX coordination_nudgestep_move_1a5f2797_like ON public.coordination_nudgestep USING btree (move varchar_pattern_ops)
-- index: coordination_nudgestep_of_id_f6e60ca0 CREATE INDEX coordination_nudgestep_of_id_f6e60ca0 ON public.coordination_nudgestep USING btree (of_id)
-- index: coordination_nudgestep_pkey CREATE UNIQUE INDEX coordination_nudgestep_pkey ON public.coordination_nudgestep USING btree (id)
-- index: coordination_nudgestep_reason_f27b664c CREATE INDEX coordination_nudgestep_reason_f27b664c ON public.coordination_nudgestep USING btree (reason)
-- index: coordination_nudgestep_reason_f27b664c_like CREATE INDEX coordination_nudgestep_reason_f27b664c_like ON public.coordination_nudgestep USING btree (reason varchar_pattern_ops)
-- index: coordination_nudgestep_side_84e64397 CREATE INDEX coordination_nudgestep_side_84e64397 ON public.coordination_nudgestep USING btree (side)
-- index: coordination_nudgestep_side_84e64397_like CREATE INDEX coordination_nudgestep_side_84e64397_like ON public.coordination_nudgestep USING btree (side varchar_pattern_ops)
-- index: coordination_nudgestep_start_67928d30 CREATE INDEX coordination_nudgestep_start_67928d30 ON public.coordination_nudgestep USING btree (start)
-- index: coordination_nudgestep_start_67928d30_like CREATE INDEX coordination_nudgestep_start_67928d30_like ON public.coordination_nudgestep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_nudgestep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_nudgestep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_nudgestep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_nudge p)) AND (case_id = ( SELECT p.case_id
   FROM coordination_nudge p
  WHERE (p.id = coordination_nudgestep.of_id)))));

-- policy: living_ended
CREATE POLICY living_ended ON public.coordination_nudgestep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.coordination_nudgestep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_nudgestep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_nudge p))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_nudgestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('coordination_nudge');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_nudgestep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_nudgestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('coordination_nudge');

-- grants
GRANT DELETE ON public.coordination_nudgestep TO samvern_gate;
GRANT INSERT ON public.coordination_nudgestep TO samvern_app;
GRANT INSERT ON public.coordination_nudgestep TO samvern_gate;
GRANT SELECT (case_id, of_id, reason) ON public.coordination_nudgestep TO samvern_gate;
GRANT SELECT ON public.coordination_nudgestep TO samvern_app;
