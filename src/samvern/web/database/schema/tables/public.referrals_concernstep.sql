-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: happened_on date NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- column: words_sealed bytea
-- constraint: referrals_concernstep_made_by_id_3a2bf740_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_concernstep_of_id_42cb4823_fk_referrals_concern_id FOREIGN KEY (of_id) REFERENCES referrals_concern(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_concernstep_pkey PRIMARY KEY (id)
-- index: referrals_concernstep_case_id_7c1aaaff CREATE INDEX referrals_concernstep_case_id_7c1aaaff ON public.referrals_concernstep USING btree (case_id)
-- index: referrals_concernstep_finish_791599dc CREATE INDEX referrals_concernstep_finish_791599dc ON public.referrals_concernstep USING btree (finish)
-- index: referrals_concernstep_finish_791599dc_like CREATE INDEX referrals_concernstep_finish_791599dc_like ON public.referrals_concernstep USING btree (finish varchar_pattern_ops)
-- index: referrals_concernstep_made_by_id_3a2bf740 CREATE INDEX referrals_concernstep_made_by_id_3a2bf740 ON public.referrals_concernstep USING btree (made_by_id)
-- index: referrals_concernstep_move_737738dc CREATE INDEX referrals_concernstep_move_737738dc ON public.referrals_concernstep USING btree (move)
-- index: referrals_concernstep_move_737738dc_like CREATE INDEX referrals_concernstep_move_737738dc_like ON public.referrals_concernstep USING btree (move varchar_pattern_ops)
-- index: referrals_concernstep_of_id_42cb4823 CREATE INDEX referrals_concernstep_of_id_42cb4823 ON public.referrals_concernstep USING btree (of_id)
-- index: referrals_concernstep_pkey CREATE UNIQUE INDEX referrals_concernstep_pkey ON public.referrals_concernstep USING btree (id)
-- index: referrals_concernstep_reason_d7e2ba34 CREATE INDEX referrals_concernstep_reason_d7e2ba34 ON public.referrals_concernstep USING btree (reason)
-- index: referrals_concernstep_reason_d7e2ba34_like CREATE INDEX referrals_concernstep_reason_d7e2ba34_like ON public.referrals_concernstep USING btree (reason varchar_pattern_ops)
-- index: referrals_concernstep_side_4d563911 CREATE INDEX referrals_concernstep_side_4d563911 ON public.referrals_concernstep USING btree (side)
-- index: referrals_concernstep_side_4d563911_like CREATE INDEX referrals_concernstep_side_4d563911_like ON public.referrals_concernstep USING btree (side varchar_pattern_ops)
-- index: referrals_concernstep_start_ae893fe9 CREATE INDEX referrals_concernstep_start_ae893fe9 ON public.referrals_concernstep USING btree (start)
-- index: referrals_concernstep_start_ae893fe9_like CREATE INDEX referrals_concernstep_start_ae893fe9_like ON public.referrals_concernstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_concernstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_concernstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_concernstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_concernstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM referrals_concern t
  WHERE ((t.id = referrals_concernstep.of_id) AND (t.case_id = referrals_concernstep.case_id))))));

-- policy: living_ended
CREATE POLICY living_ended ON public.referrals_concernstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.referrals_concernstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_concernstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_concernstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_concernstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_concern');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_concernstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_concernstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('referrals_concern');

-- grants
GRANT DELETE ON public.referrals_concernstep TO samvern_gate;
GRANT INSERT ON public.referrals_concernstep TO samvern_app;
GRANT INSERT ON public.referrals_concernstep TO samvern_gate;
GRANT SELECT (case_id) ON public.referrals_concernstep TO samvern_gate;
GRANT SELECT ON public.referrals_concernstep TO samvern_app;
