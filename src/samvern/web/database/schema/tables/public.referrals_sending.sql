-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: answer_sealed bytea
-- column: basis character varying(12) NOT NULL
-- column: case_id uuid NOT NULL
-- column: consent_id uuid
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: crossing_id uuid
-- column: expires_at timestamp with time zone
-- column: fields character varying(30)[] NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(20) NOT NULL
-- column: language character varying(2) NOT NULL
-- column: message_sealed bytea
-- column: need character varying(30) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: provision character varying(200) NOT NULL
-- column: purpose character varying(60) NOT NULL
-- column: receiver_sealed bytea NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: way character varying(10) NOT NULL
-- constraint: referrals_sending_created_by_id_75093b4c_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_sending_organisation_id_afcc88fa_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_sending_pkey PRIMARY KEY (id)
-- index: referrals_sending_case_id_212647b2 CREATE INDEX referrals_sending_case_id_212647b2 ON public.referrals_sending USING btree (case_id)
-- index: referrals_sending_consent_id_cf40eaeb CREATE INDEX referrals_sending_consent_id_cf40eaeb ON public.referrals_sending USING btree (consent_id)
-- index: referrals_sending_created_by_id_75093b4c CREATE INDEX referrals_sending_created_by_id_75093b4c ON public.referrals_sending USING btree (created_by_id)
-- index: referrals_sending_crossing_id_779bb7ce CREATE INDEX referrals_sending_crossing_id_779bb7ce ON public.referrals_sending USING btree (crossing_id)
-- index: referrals_sending_need_fb6fb512 CREATE INDEX referrals_sending_need_fb6fb512 ON public.referrals_sending USING btree (need)
-- index: referrals_sending_need_fb6fb512_like CREATE INDEX referrals_sending_need_fb6fb512_like ON public.referrals_sending USING btree (need varchar_pattern_ops)
-- index: referrals_sending_organisation_id_afcc88fa CREATE INDEX referrals_sending_organisation_id_afcc88fa ON public.referrals_sending USING btree (organisation_id)
-- index: referrals_sending_pkey CREATE UNIQUE INDEX referrals_sending_pkey ON public.referrals_sending USING btree (id)
-- index: referrals_sending_purpose_d6ea4513 CREATE INDEX referrals_sending_purpose_d6ea4513 ON public.referrals_sending USING btree (purpose)
-- index: referrals_sending_purpose_d6ea4513_like CREATE INDEX referrals_sending_purpose_d6ea4513_like ON public.referrals_sending USING btree (purpose varchar_pattern_ops)
-- index: referrals_sending_state_7ed5f781 CREATE INDEX referrals_sending_state_7ed5f781 ON public.referrals_sending USING btree (state)
-- index: referrals_sending_state_7ed5f781_like CREATE INDEX referrals_sending_state_7ed5f781_like ON public.referrals_sending USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_sending AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_sending AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_sending AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_sending.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'waiting'::text) AND true));

-- policy: migration
CREATE POLICY migration ON public.referrals_sending AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.referrals_sending AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.referrals_sending AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_sending AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_sending.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_sending FOR EACH ROW WHEN (((new.state)::text = ANY ((ARRAY['waiting'::character varying, 'opened'::character varying, 'received'::character varying, 'ring'::character varying, 'can_help'::character varying])::text[]))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_sending FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_sending FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = ANY ((ARRAY['waiting'::character varying, 'opened'::character varying, 'received'::character varying, 'ring'::character varying, 'can_help'::character varying])::text[])), false)) AND ((new.state)::text = ANY ((ARRAY['waiting'::character varying, 'opened'::character varying, 'received'::character varying, 'ring'::character varying, 'can_help'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_b_consent
CREATE TRIGGER a_b_consent BEFORE INSERT ON public.referrals_sending FOR EACH ROW WHEN ((((new.basis)::text = 'consent'::text) OR (new.consent_id IS NOT NULL))) EXECUTE FUNCTION gate.needs_consent('outside');

-- trigger: a_b_consent_changed
CREATE TRIGGER a_b_consent_changed BEFORE UPDATE ON public.referrals_sending FOR EACH ROW WHEN (((((new.basis)::text = 'consent'::text) OR (new.consent_id IS NOT NULL)) AND (((((old.case_id IS DISTINCT FROM new.case_id) OR (old.person_id IS DISTINCT FROM new.person_id)) OR ((old.basis)::text IS DISTINCT FROM (new.basis)::text)) OR (old.consent_id IS DISTINCT FROM new.consent_id)) OR (old.expires_at IS DISTINCT FROM new.expires_at)) AND ((new.state)::text = ANY ((ARRAY['waiting'::character varying, 'opened'::character varying, 'received'::character varying, 'ring'::character varying, 'can_help'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_consent('outside');

-- trigger: empty_link
CREATE TRIGGER empty_link AFTER UPDATE OF state ON public.referrals_sending FOR EACH ROW WHEN (((new.state)::text = ANY ((ARRAY['locked'::character varying, 'expired'::character varying, 'called_back'::character varying, 'cannot'::character varying])::text[]))) EXECUTE FUNCTION gate.empty_link();

-- trigger: forget_link
CREATE TRIGGER forget_link AFTER DELETE ON public.referrals_sending FOR EACH ROW EXECUTE FUNCTION gate.empty_link();

-- grants
GRANT DELETE ON public.referrals_sending TO samvern_gate;
GRANT INSERT ON public.referrals_sending TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_sending TO samvern_gate;
GRANT SELECT ON public.referrals_sending TO samvern_app;
GRANT SELECT ON public.referrals_sending TO samvern_gate;
GRANT UPDATE (state, state_since) ON public.referrals_sending TO samvern_gate;
