-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: call_sealed bytea
-- column: case_id uuid
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
-- column: suggested_id uuid
-- column: words_sealed bytea
-- constraint: referrals_referralst_suggested_id_09182846_fk_access_or FOREIGN KEY (suggested_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referralstep_made_by_id_26815c1d_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referralstep_of_id_edc024bb_fk_referrals_referral_id FOREIGN KEY (of_id) REFERENCES referrals_referral(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referralstep_pkey PRIMARY KEY (id)
-- index: referrals_referralstep_case_id_54da4c6d CREATE INDEX referrals_referralstep_case_id_54da4c6d ON public.referrals_referralstep USING btree (case_id)
-- index: referrals_referralstep_finish_77c1390c CREATE INDEX referrals_referralstep_finish_77c1390c ON public.referrals_referralstep USING btree (finish)
-- index: referrals_referralstep_finish_77c1390c_like CREATE INDEX referrals_referralstep_finish_77c1390c_like ON public.referrals_referralstep USING btree (finish varchar_pattern_ops)
-- index: referrals_referralstep_made_by_id_26815c1d CREATE INDEX referrals_referralstep_made_by_id_26815c1d ON public.referrals_referralstep USING btree (made_by_id)
-- index: referrals_referralstep_move_b1dd51ce CREATE INDEX referrals_referralstep_move_b1dd51ce ON public.referrals_referralstep USING btree (move)
-- index: referrals_referralstep_move_b1dd51ce_like CREATE INDEX referrals_referralstep_move_b1dd51ce_like ON public.referrals_referralstep USING btree (move varchar_pattern_ops)
-- index: referrals_referralstep_of_id_edc024bb CREATE INDEX referrals_referralstep_of_id_edc024bb ON public.referrals_referralstep USING btree (of_id)
-- index: referrals_referralstep_pkey CREATE UNIQUE INDEX referrals_referralstep_pkey ON public.referrals_referralstep USING btree (id)
-- index: referrals_referralstep_reason_18fa52ff CREATE INDEX referrals_referralstep_reason_18fa52ff ON public.referrals_referralstep USING btree (reason)
-- index: referrals_referralstep_reason_18fa52ff_like CREATE INDEX referrals_referralstep_reason_18fa52ff_like ON public.referrals_referralstep USING btree (reason varchar_pattern_ops)
-- index: referrals_referralstep_side_47d31521 CREATE INDEX referrals_referralstep_side_47d31521 ON public.referrals_referralstep USING btree (side)
-- index: referrals_referralstep_side_47d31521_like CREATE INDEX referrals_referralstep_side_47d31521_like ON public.referrals_referralstep USING btree (side varchar_pattern_ops)
-- index: referrals_referralstep_start_66366b8f CREATE INDEX referrals_referralstep_start_66366b8f ON public.referrals_referralstep USING btree (start)
-- index: referrals_referralstep_start_66366b8f_like CREATE INDEX referrals_referralstep_start_66366b8f_like ON public.referrals_referralstep USING btree (start varchar_pattern_ops)
-- index: referrals_referralstep_suggested_id_09182846 CREATE INDEX referrals_referralstep_suggested_id_09182846 ON public.referrals_referralstep USING btree (suggested_id)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_referralstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_referralstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_referralstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM referrals_referral r
  WHERE ((r.id = referrals_referralstep.of_id) AND (NOT (r.case_id IS DISTINCT FROM referrals_referralstep.case_id))))) AND ((side)::text <> 'gate'::text) AND (made_by_id = ( SELECT gate.member() AS member))));

-- policy: living_ended
CREATE POLICY living_ended ON public.referrals_referralstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.referrals_referralstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.referrals_referralstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_seen
CREATE POLICY samvern_gate_seen ON public.referrals_referralstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_referralstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM referrals_referral r
  WHERE ((r.id = referrals_referralstep.of_id) AND true)))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_referral');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_hold
CREATE TRIGGER a_hold BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN (((new.side)::text <> 'gate'::text)) EXECUTE FUNCTION gate.hold_referral();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN (((new.side)::text <> 'gate'::text)) EXECUTE FUNCTION gate.take_step('referrals_referral');

-- trigger: b_follow
CREATE TRIGGER b_follow AFTER INSERT ON public.referrals_referralstep FOR EACH ROW EXECUTE FUNCTION gate.follow_step();

-- grants
GRANT DELETE ON public.referrals_referralstep TO samvern_gate;
GRANT INSERT ON public.referrals_referralstep TO samvern_app;
GRANT INSERT ON public.referrals_referralstep TO samvern_gate;
GRANT SELECT (case_id) ON public.referrals_referralstep TO samvern_gate;
GRANT SELECT ON public.referrals_referralstep TO samvern_app;
GRANT SELECT ON public.referrals_referralstep TO samvern_gate;
