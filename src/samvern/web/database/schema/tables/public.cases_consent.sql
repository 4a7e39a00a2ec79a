-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: categories character varying(20)[] NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: expires_on date
-- column: form character varying(20) NOT NULL
-- column: given_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: interpreter boolean NOT NULL
-- column: language_sealed bytea NOT NULL
-- column: person_id uuid NOT NULL
-- column: purpose character varying(60) NOT NULL
-- column: recipient_id uuid
-- column: recipient_text_sealed bytea
-- column: refused boolean NOT NULL
-- column: withdrawn_at timestamp with time zone
-- column: withdrawn_by_id uuid
-- column: words_sealed bytea
-- constraint: cases_consent_case_id_ac946417_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_consent_created_by_id_453d9237_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_consent_person_id_79ddb55a_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_consent_pkey PRIMARY KEY (id)
-- constraint: cases_consent_recipient_id_0d34dc9d_fk_access_organisation_id FOREIGN KEY (recipient_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_consent_withdrawn_by_id_15567d00_fk_access_member_id FOREIGN KEY (withdrawn_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- index: cases_consent_case_id_ac946417 CREATE INDEX cases_consent_case_id_ac946417 ON public.cases_consent USING btree (case_id)
-- index: cases_consent_created_by_id_453d9237 CREATE INDEX cases_consent_created_by_id_453d9237 ON public.cases_consent USING btree (created_by_id)
-- index: cases_consent_form_8bcd8360 CREATE INDEX cases_consent_form_8bcd8360 ON public.cases_consent USING btree (form)
-- index: cases_consent_form_8bcd8360_like CREATE INDEX cases_consent_form_8bcd8360_like ON public.cases_consent USING btree (form varchar_pattern_ops)
-- index: cases_consent_person_id_79ddb55a CREATE INDEX cases_consent_person_id_79ddb55a ON public.cases_consent USING btree (person_id)
-- index: cases_consent_pkey CREATE UNIQUE INDEX cases_consent_pkey ON public.cases_consent USING btree (id)
-- index: cases_consent_purpose_8bb9665d CREATE INDEX cases_consent_purpose_8bb9665d ON public.cases_consent USING btree (purpose)
-- index: cases_consent_purpose_8bb9665d_like CREATE INDEX cases_consent_purpose_8bb9665d_like ON public.cases_consent USING btree (purpose varchar_pattern_ops)
-- index: cases_consent_recipient_id_0d34dc9d CREATE INDEX cases_consent_recipient_id_0d34dc9d ON public.cases_consent USING btree (recipient_id)
-- index: cases_consent_withdrawn_by_id_15567d00 CREATE INDEX cases_consent_withdrawn_by_id_15567d00 ON public.cases_consent USING btree (withdrawn_by_id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_consent AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_consent AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_consent AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('consent'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_consent AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate_lock
CREATE POLICY samvern_gate_lock ON public.cases_consent AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true)
    WITH CHECK (false);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_consent AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('consent'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('consent'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_consent AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('consent'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('consent'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_consent FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_consent FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('', 'withdrawn_at,withdrawn_by_id', '');

-- trigger: follow_consent
CREATE TRIGGER follow_consent AFTER UPDATE OF withdrawn_at ON public.cases_consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION gate.follow_consent();

-- trigger: follow_consent_outside
CREATE TRIGGER follow_consent_outside AFTER UPDATE OF withdrawn_at ON public.cases_consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION gate.follow_consent_outside();

-- trigger: follow_consent_referrals
CREATE TRIGGER follow_consent_referrals AFTER UPDATE OF withdrawn_at ON public.cases_consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION gate.end_referrals_of_consent();

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_consent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('consent');

-- grants
GRANT DELETE ON public.cases_consent TO samvern_gate;
GRANT INSERT ON public.cases_consent TO samvern_app;
GRANT SELECT (case_id, categories, expires_on, id, person_id, purpose, recipient_id, refused, withdrawn_at) ON public.cases_consent TO samvern_gate;
GRANT SELECT ON public.cases_consent TO samvern_app;
GRANT UPDATE (id) ON public.cases_consent TO samvern_gate;
GRANT UPDATE ON public.cases_consent TO samvern_app;
