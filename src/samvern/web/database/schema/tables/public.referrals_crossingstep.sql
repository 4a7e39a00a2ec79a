-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: happened_on date
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- column: words_sealed bytea
-- constraint: referrals_crossingstep_made_by_id_c33ba64a_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_crossingstep_of_id_8ca0e751_fk_referrals_crossing_id FOREIGN KEY (of_id) REFERENCES referrals_crossing(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_crossingstep_pkey PRIMARY KEY (id)
-- index: referrals_crossingstep_case_id_6cf95c11 CREATE INDEX referrals_crossingstep_case_id_6cf95c11 ON public.referrals_crossingstep USING btree (case_id)
-- index: referrals_crossingstep_finish_490ce374 CREATE INDEX referrals_crossingstep_finish_490ce374 ON public.referrals_crossingstep USING btree (finish)
-- index: referrals_crossingstep_finish_490ce374_like CREATE INDEX referrals_crossingstep_finish_490ce374_like ON public.referrals_crossingstep USING btree (finish varchar_pattern_ops)
-- index: referrals_crossingstep_made_by_id_c33ba64a CREATE INDEX referrals_crossingstep_made_by_id_c33ba64a ON public.referrals_crossingstep USING btree (made_by_id)
-- index: referrals_crossingstep_move_b0cc8d1b CREATE INDEX referrals_crossingstep_move_b0cc8d1b ON public.referrals_crossingstep USING btree (move)
-- index: referrals_crossingstep_move_b0cc8d1b_like CREATE INDEX referrals_crossingstep_move_b0cc8d1b_like ON public.referrals_crossingstep USING btree (move varchar_pattern_ops)
-- index: referrals_crossingstep_of_id_8ca0e751 CREATE INDEX referrals_crossingstep_of_id_8ca0e751 ON public.referrals_crossingstep USING btree (of_id)
-- index: referrals_crossingstep_pkey CREATE UNIQUE INDEX referrals_crossingstep_pkey ON public.referrals_crossingstep USING btree (id)
-- index: referrals_crossingstep_reason_cc115277 CREATE INDEX referrals_crossingstep_reason_cc115277 ON public.referrals_crossingstep USING btree (reason)
-- index: referrals_crossingstep_reason_cc115277_like CREATE INDEX referrals_crossingstep_reason_cc115277_like ON public.referrals_crossingstep USING btree (reason varchar_pattern_ops)
-- index: referrals_crossingstep_side_ececdef7 CREATE INDEX referrals_crossingstep_side_ececdef7 ON public.referrals_crossingstep USING btree (side)
-- index: referrals_crossingstep_side_ececdef7_like CREATE INDEX referrals_crossingstep_side_ececdef7_like ON public.referrals_crossingstep USING btree (side varchar_pattern_ops)
-- index: referrals_crossingstep_start_3698a8da CREATE INDEX referrals_crossingstep_start_3698a8da ON public.referrals_crossingstep USING btree (start)
-- index: referrals_crossingstep_start_3698a8da_like CREATE INDEX referrals_crossingstep_start_3698a8da_like ON public.referrals_crossingstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_crossingstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_crossingstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_crossingstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_crossingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM referrals_crossing t
  WHERE ((t.id = referrals_crossingstep.of_id) AND (t.case_id = referrals_crossingstep.case_id))))));

-- policy: living_ended
CREATE POLICY living_ended ON public.referrals_crossingstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.referrals_crossingstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.referrals_crossingstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_crossingstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_crossingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_crossing');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_hold
CREATE TRIGGER a_hold BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((((new.move)::text = 'send'::text) AND (CURRENT_USER <> 'samvern_gate'::name))) EXECUTE FUNCTION gate.hold_crossing();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('referrals_crossing');

-- trigger: b_guard_crossing
CREATE TRIGGER b_guard_crossing BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN (((new.move)::text = ANY ((ARRAY['send'::character varying, 'depart'::character varying])::text[]))) EXECUTE FUNCTION gate.guard_crossing();

-- grants
GRANT DELETE ON public.referrals_crossingstep TO samvern_gate;
GRANT INSERT ON public.referrals_crossingstep TO samvern_app;
GRANT INSERT ON public.referrals_crossingstep TO samvern_gate;
GRANT SELECT (case_id) ON public.referrals_crossingstep TO samvern_gate;
GRANT SELECT ON public.referrals_crossingstep TO samvern_app;
