-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- column: words_sealed bytea
-- constraint: referrals_sendingstep_made_by_id_86a52c37_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_sendingstep_of_id_bfec30b2_fk_referrals_sending_id FOREIGN KEY (of_id) REFERENCES referrals_sending(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_sendingstep_pkey PRIMARY KEY (id)
-- index: referrals_sendingstep_case_id_589e6e25 CREATE INDEX referrals_sendingstep_case_id_589e6e25 ON public.referrals_sendingstep USING btree (case_id)
-- index: referrals_sendingstep_finish_c239a83e CREATE INDEX referrals_sendingstep_finish_c239a83e ON public.referrals_sendingstep USING btree (finish)
-- index: referrals_sendingstep_finish_c239a83e_like CREATE INDEX referrals_sendingstep_finish_c239a83e_like ON public.referrals_sendingstep USING btree (finish varchar_pattern_ops)
-- index: referrals_sendingstep_made_by_id_86a52c37 CREATE INDEX referrals_sendingstep_made_by_id_86a52c37 ON public.referrals_sendingstep USING btree (made_by_id)
-- index: referrals_sendingstep_move_025e5554 CREATE INDEX referrals_sendingstep_move_025e5554 ON public.referrals_sendingstep USING btree (move)
-- index: referrals_sendingstep_move_025e5554_like CREATE INDEX referrals_sendingstep_move_025e5554_like ON public.referrals_sendingstep USING btree (move varchar_pattern_ops)
-- index: referrals_sendingstep_of_id_bfec30b2 CREATE INDEX referrals_sendingstep_of_id_bfec30b2 ON public.referrals_sendingstep USING btree (of_id)
-- index: referrals_sendingstep_pkey CREATE UNIQUE INDEX referrals_sendingstep_pkey ON public.referrals_sendingstep USING btree (id)
-- index: referrals_sendingstep_reason_472a99da CREATE INDEX referrals_sendingstep_reason_472a99da ON public.referrals_sendingstep USING btree (reason)
-- index: referrals_sendingstep_reason_472a99da_like CREATE INDEX referrals_sendingstep_reason_472a99da_like ON public.referrals_sendingstep USING btree (reason varchar_pattern_ops)
-- index: referrals_sendingstep_side_ad878ff8 CREATE INDEX referrals_sendingstep_side_ad878ff8 ON public.referrals_sendingstep USING btree (side)
-- index: referrals_sendingstep_side_ad878ff8_like CREATE INDEX referrals_sendingstep_side_ad878ff8_like ON public.referrals_sendingstep USING btree (side varchar_pattern_ops)
-- index: referrals_sendingstep_start_8b6fff01 CREATE INDEX referrals_sendingstep_start_8b6fff01 ON public.referrals_sendingstep USING btree (start)
-- index: referrals_sendingstep_start_8b6fff01_like CREATE INDEX referrals_sendingstep_start_8b6fff01_like ON public.referrals_sendingstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_sendingstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_sendingstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_sendingstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_sendingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM referrals_sending t
  WHERE ((t.id = referrals_sendingstep.of_id) AND (t.case_id = referrals_sendingstep.case_id))))));

-- policy: living_ended
CREATE POLICY living_ended ON public.referrals_sendingstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.referrals_sendingstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.referrals_sendingstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_sendingstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_sendingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_sendingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_sending');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_sendingstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_sendingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('referrals_sending');

-- grants
GRANT DELETE ON public.referrals_sendingstep TO samvern_gate;
GRANT INSERT ON public.referrals_sendingstep TO samvern_app;
GRANT INSERT ON public.referrals_sendingstep TO samvern_gate;
GRANT SELECT (case_id) ON public.referrals_sendingstep TO samvern_gate;
GRANT SELECT ON public.referrals_sendingstep TO samvern_app;
