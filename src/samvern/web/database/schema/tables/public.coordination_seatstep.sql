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
-- constraint: coordination_seatstep_made_by_id_667c9ee1_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_seatstep_of_id_b4f8c033_fk_coordination_seat_id FOREIGN KEY (of_id) REFERENCES coordination_seat(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_seatstep_pkey PRIMARY KEY (id)
-- index: coordination_seatstep_case_id_49b18805 CREATE INDEX coordination_seatstep_case_id_49b18805 ON public.coordination_seatstep USING btree (case_id)
-- index: coordination_seatstep_finish_a1f50c4f CREATE INDEX coordination_seatstep_finish_a1f50c4f ON public.coordination_seatstep USING btree (finish)
-- index: coordination_seatstep_finish_a1f50c4f_like CREATE INDEX coordination_seatstep_finish_a1f50c4f_like ON public.coordination_seatstep USING btree (finish varchar_pattern_ops)
-- index: coordination_seatstep_made_by_id_667c9ee1 CREATE INDEX coordination_seatstep_made_by_id_667c9ee1 ON public.coordination_seatstep USING btree (made_by_id)
-- index: coordination_seatstep_move_1c880f15 CREATE INDEX coordination_seatstep_move_1c880f15 ON public.coordination_seatstep USING btree (move)
-- index: coordination_seatstep_move_1c880f15_like CREATE INDEX coordination_seatstep_move_1c880f15_like ON public.coordination_seatstep USING btree (move varchar_pattern_ops)
-- index: coordination_seatstep_of_id_b4f8c033 CREATE INDEX coordination_seatstep_of_id_b4f8c033 ON public.coordination_seatstep USING btree (of_id)
-- index: coordination_seatstep_pkey CREATE UNIQUE INDEX coordination_seatstep_pkey ON public.coordination_seatstep USING btree (id)
-- index: coordination_seatstep_reason_f269c4b9 CREATE INDEX coordination_seatstep_reason_f269c4b9 ON public.coordination_seatstep USING btree (reason)
-- index: coordination_seatstep_reason_f269c4b9_like CREATE INDEX coordination_seatstep_reason_f269c4b9_like ON public.coordination_seatstep USING btree (reason varchar_pattern_ops)
-- index: coordination_seatstep_side_dfa7ca33 CREATE INDEX coordination_seatstep_side_dfa7ca33 ON public.coordination_seatstep USING btree (side)
-- index: coordination_seatstep_side_dfa7ca33_like CREATE INDEX coordination_seatstep_side_dfa7ca33_like ON public.coordination_seatstep USING btree (side varchar_pattern_ops)
-- index: coordination_seatstep_start_10560e61 CREATE INDEX coordination_seatstep_start_10560e61 ON public.coordination_seatstep USING btree (start)
-- index: coordination_seatstep_start_10560e61_like CREATE INDEX coordination_seatstep_start_10560e61_like ON public.coordination_seatstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_seatstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_seatstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_seatstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_seat p)) AND (case_id = ( SELECT p.case_id
   FROM coordination_seat p
  WHERE (p.id = coordination_seatstep.of_id)))));

-- policy: migration
CREATE POLICY migration ON public.coordination_seatstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_seatstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_seat p))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_seatstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_seatstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_seat');

-- trigger: b_keep
CREATE TRIGGER b_keep BEFORE INSERT ON public.coordination_seatstep FOR EACH ROW EXECUTE FUNCTION gate.keep_seatstep();

-- trigger: tell
CREATE TRIGGER tell AFTER INSERT ON public.coordination_seatstep FOR EACH ROW WHEN (((new.side)::text = 'receiver'::text)) EXECUTE FUNCTION gate.tell_caller();

-- grants
GRANT DELETE ON public.coordination_seatstep TO samvern_gate;
GRANT INSERT ON public.coordination_seatstep TO samvern_app;
GRANT SELECT (case_id) ON public.coordination_seatstep TO samvern_gate;
GRANT SELECT ON public.coordination_seatstep TO samvern_app;
