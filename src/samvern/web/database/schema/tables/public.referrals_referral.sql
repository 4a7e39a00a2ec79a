-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: basis character varying(12) NOT NULL
-- column: case_id uuid
-- column: categories character varying(20)[] NOT NULL
-- column: consent_id uuid
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: due_at timestamp with time zone NOT NULL
-- column: fields character varying(30)[] NOT NULL
-- column: handed_from_id uuid
-- column: id uuid NOT NULL
-- column: need character varying(30) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: provision character varying(200) NOT NULL
-- column: purpose character varying(60) NOT NULL
-- column: receiver_id uuid NOT NULL
-- column: receiver_unit_id uuid
-- column: service_id uuid
-- column: share_until timestamp with time zone NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: urgency character varying(12) NOT NULL
-- constraint: referrals_referral_created_by_id_6878342d_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referral_handed_from_id_ecb1ea49_fk_referrals FOREIGN KEY (handed_from_id) REFERENCES referrals_referral(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referral_organisation_id_579d04cf_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referral_pkey PRIMARY KEY (id)
-- constraint: referrals_referral_receiver_id_1082cc9a_fk_access_or FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referral_receiver_unit_id_4b192949_fk_access_unit_id FOREIGN KEY (receiver_unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_referral_service_id_87c1c8fb_fk_referrals_service_id FOREIGN KEY (service_id) REFERENCES referrals_service(id) DEFERRABLE INITIALLY DEFERRED
-- index: referral_from CREATE INDEX referral_from ON public.referrals_referral USING btree (organisation_id, state, due_at)
-- index: referral_to CREATE INDEX referral_to ON public.referrals_referral USING btree (receiver_id, state, due_at)
-- index: referrals_referral_case_id_b6a3f342 CREATE INDEX referrals_referral_case_id_b6a3f342 ON public.referrals_referral USING btree (case_id)
-- index: referrals_referral_consent_id_a69deb22 CREATE INDEX referrals_referral_consent_id_a69deb22 ON public.referrals_referral USING btree (consent_id)
-- index: referrals_referral_created_by_id_6878342d CREATE INDEX referrals_referral_created_by_id_6878342d ON public.referrals_referral USING btree (created_by_id)
-- index: referrals_referral_handed_from_id_ecb1ea49 CREATE INDEX referrals_referral_handed_from_id_ecb1ea49 ON public.referrals_referral USING btree (handed_from_id)
-- index: referrals_referral_need_6602e1d2 CREATE INDEX referrals_referral_need_6602e1d2 ON public.referrals_referral USING btree (need)
-- index: referrals_referral_need_6602e1d2_like CREATE INDEX referrals_referral_need_6602e1d2_like ON public.referrals_referral USING btree (need varchar_pattern_ops)
-- index: referrals_referral_organisation_id_579d04cf CREATE INDEX referrals_referral_organisation_id_579d04cf ON public.referrals_referral USING btree (organisation_id)
-- index: referrals_referral_pkey CREATE UNIQUE INDEX referrals_referral_pkey ON public.referrals_referral USING btree (id)
-- index: referrals_referral_purpose_168c5349 CREATE INDEX referrals_referral_purpose_168c5349 ON public.referrals_referral USING btree (purpose)
-- index: referrals_referral_purpose_168c5349_like CREATE INDEX referrals_referral_purpose_168c5349_like ON public.referrals_referral USING btree (purpose varchar_pattern_ops)
-- index: referrals_referral_receiver_id_1082cc9a CREATE INDEX referrals_referral_receiver_id_1082cc9a ON public.referrals_referral USING btree (receiver_id)
-- index: referrals_referral_receiver_unit_id_4b192949 CREATE INDEX referrals_referral_receiver_unit_id_4b192949 ON public.referrals_referral USING btree (receiver_unit_id)
-- index: referrals_referral_service_id_87c1c8fb CREATE INDEX referrals_referral_service_id_87c1c8fb ON public.referrals_referral USING btree (service_id)
-- index: referrals_referral_state_12fbe0fc CREATE INDEX referrals_referral_state_12fbe0fc ON public.referrals_referral USING btree (state)
-- index: referrals_referral_state_12fbe0fc_like CREATE INDEX referrals_referral_state_12fbe0fc_like ON public.referrals_referral USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_referral AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_referral AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_referral AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_referral.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND ((state)::text = 'sent'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.referrals_referral AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.referrals_referral AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.referrals_referral AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_referral AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_referral.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR ((receiver_id = ( SELECT gate.organisation() AS organisation)) AND ((receiver_unit_id IS NULL) OR (receiver_unit_id = ( SELECT acting.unit
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) OR ( SELECT ((acting.role = ANY (ARRAY['leader'::text, 'service'::text, 'program'::text])) AND (acting.unit IS NULL))
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.referrals_referral AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_referral.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_referral FOR EACH ROW WHEN ((((new.state)::text = ANY ((ARRAY['sent'::character varying, 'seen'::character varying, 'answered_back'::character varying, 'asked_back'::character varying])::text[])) OR ((new.state)::text = ANY ((ARRAY['accepted'::character varying, 'arrived'::character varying, 'never_arrived'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_referral FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_referral FOR EACH ROW WHEN (((NOT COALESCE((((old.state)::text = ANY ((ARRAY['sent'::character varying, 'seen'::character varying, 'answered_back'::character varying, 'asked_back'::character varying])::text[])) OR ((old.state)::text = ANY ((ARRAY['accepted'::character varying, 'arrived'::character varying, 'never_arrived'::character varying])::text[]))), false)) AND (((new.state)::text = ANY ((ARRAY['sent'::character varying, 'seen'::character varying, 'answered_back'::character varying, 'asked_back'::character varying])::text[])) OR ((new.state)::text = ANY ((ARRAY['accepted'::character varying, 'arrived'::character varying, 'never_arrived'::character varying])::text[]))))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_may_refer
CREATE TRIGGER a_may_refer BEFORE INSERT ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.may_refer();

-- trigger: forget
CREATE TRIGGER forget AFTER DELETE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.forget_referral();

-- trigger: tell_sent
CREATE TRIGGER tell_sent AFTER INSERT ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.tell_sent();

-- trigger: z_working_receiver_id
CREATE TRIGGER z_working_receiver_id AFTER INSERT ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('receiver_id');

-- grants
GRANT DELETE ON public.referrals_referral TO samvern_gate;
GRANT INSERT ON public.referrals_referral TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_referral TO samvern_gate;
GRANT SELECT ON public.referrals_referral TO samvern_app;
GRANT SELECT ON public.referrals_referral TO samvern_gate;
GRANT UPDATE (due_at) ON public.referrals_referral TO samvern_app;
GRANT UPDATE (state, state_since) ON public.referrals_referral TO samvern_gate;
