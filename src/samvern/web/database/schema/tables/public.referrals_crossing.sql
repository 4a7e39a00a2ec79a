-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: accompanied boolean
-- column: case_id uuid NOT NULL
-- column: consent_id uuid
-- column: country character varying(2) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: documents_sealed bytea
-- column: id uuid NOT NULL
-- column: kind character varying(20) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: receiver_kind character varying(20) NOT NULL
-- column: receiver_sealed bytea NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: transfer character varying(12) NOT NULL
-- column: travels_on date
-- constraint: referrals_crossing_created_by_id_c2e6eb08_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_crossing_organisation_id_159bd9e4_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_crossing_pkey PRIMARY KEY (id)
-- index: referrals_crossing_case_id_1aa5f0f1 CREATE INDEX referrals_crossing_case_id_1aa5f0f1 ON public.referrals_crossing USING btree (case_id)
-- index: referrals_crossing_consent_id_edd35b81 CREATE INDEX referrals_crossing_consent_id_edd35b81 ON public.referrals_crossing USING btree (consent_id)
-- index: referrals_crossing_created_by_id_c2e6eb08 CREATE INDEX referrals_crossing_created_by_id_c2e6eb08 ON public.referrals_crossing USING btree (created_by_id)
-- index: referrals_crossing_organisation_id_159bd9e4 CREATE INDEX referrals_crossing_organisation_id_159bd9e4 ON public.referrals_crossing USING btree (organisation_id)
-- index: referrals_crossing_pkey CREATE UNIQUE INDEX referrals_crossing_pkey ON public.referrals_crossing USING btree (id)
-- index: referrals_crossing_state_e6785835 CREATE INDEX referrals_crossing_state_e6785835 ON public.referrals_crossing USING btree (state)
-- index: referrals_crossing_state_e6785835_like CREATE INDEX referrals_crossing_state_e6785835_like ON public.referrals_crossing USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_crossing AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_crossing AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_crossing AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_crossing.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'prepared'::text) AND true));

-- policy: migration
CREATE POLICY migration ON public.referrals_crossing AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.referrals_crossing AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.referrals_crossing AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_crossing AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_crossing.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_crossing FOR EACH ROW WHEN ((((new.state)::text = ANY ((ARRAY['prepared'::character varying, 'sent'::character varying])::text[])) OR ((new.state)::text = ANY ((ARRAY['accepted'::character varying, 'travelled'::character varying, 'missing'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_crossing FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_crossing FOR EACH ROW WHEN (((NOT COALESCE((((old.state)::text = ANY ((ARRAY['prepared'::character varying, 'sent'::character varying])::text[])) OR ((old.state)::text = ANY ((ARRAY['accepted'::character varying, 'travelled'::character varying, 'missing'::character varying])::text[]))), false)) AND (((new.state)::text = ANY ((ARRAY['prepared'::character varying, 'sent'::character varying])::text[])) OR ((new.state)::text = ANY ((ARRAY['accepted'::character varying, 'travelled'::character varying, 'missing'::character varying])::text[]))))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_b_consent
CREATE TRIGGER a_b_consent BEFORE INSERT ON public.referrals_crossing FOR EACH ROW WHEN ((((new.transfer)::text = 'consent'::text) OR (new.consent_id IS NOT NULL))) EXECUTE FUNCTION gate.needs_consent('outside');

-- trigger: a_b_consent_changed
CREATE TRIGGER a_b_consent_changed BEFORE UPDATE ON public.referrals_crossing FOR EACH ROW WHEN (((((new.transfer)::text = 'consent'::text) OR (new.consent_id IS NOT NULL)) AND ((((old.case_id IS DISTINCT FROM new.case_id) OR (old.person_id IS DISTINCT FROM new.person_id)) OR ((old.transfer)::text IS DISTINCT FROM (new.transfer)::text)) OR (old.consent_id IS DISTINCT FROM new.consent_id)) AND ((new.state)::text = 'prepared'::text))) EXECUTE FUNCTION gate.needs_consent('outside');

-- grants
GRANT DELETE ON public.referrals_crossing TO samvern_gate;
GRANT INSERT ON public.referrals_crossing TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_crossing TO samvern_gate;
GRANT SELECT ON public.referrals_crossing TO samvern_app;
GRANT SELECT ON public.referrals_crossing TO samvern_gate;
GRANT UPDATE (state, state_since) ON public.referrals_crossing TO samvern_gate;
