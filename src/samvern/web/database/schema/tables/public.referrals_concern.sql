-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: deadline_id uuid
-- column: guardians character varying(12) NOT NULL
-- column: heard character varying(12) NOT NULL
-- column: heard_on date
-- column: how character varying(12) NOT NULL
-- column: id uuid NOT NULL
-- column: made_at timestamp with time zone NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: provision character varying(200) NOT NULL
-- column: receiver_id uuid
-- column: receiver_sealed bytea
-- column: referral_id uuid
-- column: reply_on date
-- column: rule character varying(60) NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: words_sealed bytea
-- constraint: referrals_concern_created_by_id_73b381b8_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_concern_organisation_id_445c658f_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_concern_pkey PRIMARY KEY (id)
-- constraint: referrals_concern_receiver_id_a3ce1aa5_fk_access_or FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- index: referrals_concern_case_id_58b392ad CREATE INDEX referrals_concern_case_id_58b392ad ON public.referrals_concern USING btree (case_id)
-- index: referrals_concern_created_by_id_73b381b8 CREATE INDEX referrals_concern_created_by_id_73b381b8 ON public.referrals_concern USING btree (created_by_id)
-- index: referrals_concern_organisation_id_445c658f CREATE INDEX referrals_concern_organisation_id_445c658f ON public.referrals_concern USING btree (organisation_id)
-- index: referrals_concern_pkey CREATE UNIQUE INDEX referrals_concern_pkey ON public.referrals_concern USING btree (id)
-- index: referrals_concern_receiver_id_a3ce1aa5 CREATE INDEX referrals_concern_receiver_id_a3ce1aa5 ON public.referrals_concern USING btree (receiver_id)
-- index: referrals_concern_state_abee7504 CREATE INDEX referrals_concern_state_abee7504 ON public.referrals_concern USING btree (state)
-- index: referrals_concern_state_abee7504_like CREATE INDEX referrals_concern_state_abee7504_like ON public.referrals_concern USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_concern AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_concern AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_concern AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_concern.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'made'::text) AND true));

-- policy: migration
CREATE POLICY migration ON public.referrals_concern AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.referrals_concern AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.referrals_concern AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_concern AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_concern.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_concern FOR EACH ROW WHEN (((new.state)::text = ANY ((ARRAY['made'::character varying, 'confirmed'::character varying, 'investigating'::character varying])::text[]))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_concern FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_concern FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = ANY ((ARRAY['made'::character varying, 'confirmed'::character varying, 'investigating'::character varying])::text[])), false)) AND ((new.state)::text = ANY ((ARRAY['made'::character varying, 'confirmed'::character varying, 'investigating'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: z_working_receiver_id
CREATE TRIGGER z_working_receiver_id AFTER INSERT ON public.referrals_concern FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('receiver_id');

-- grants
GRANT DELETE ON public.referrals_concern TO samvern_gate;
GRANT INSERT ON public.referrals_concern TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_concern TO samvern_gate;
GRANT SELECT ON public.referrals_concern TO samvern_app;
GRANT SELECT ON public.referrals_concern TO samvern_gate;
GRANT UPDATE (state, state_since) ON public.referrals_concern TO samvern_gate;
