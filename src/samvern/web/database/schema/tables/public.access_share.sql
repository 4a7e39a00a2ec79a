-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: basis character varying(12) NOT NULL
-- column: case_id uuid NOT NULL
-- column: categories character varying(20)[] NOT NULL
-- column: consent_id uuid
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: ended_at timestamp with time zone
-- column: ended_by_id uuid
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: provision character varying(200) NOT NULL
-- column: purpose character varying(60) NOT NULL
-- column: since timestamp with time zone NOT NULL
-- column: unit_id uuid
-- column: until timestamp with time zone NOT NULL
-- constraint: access_share_created_by_id_445045ea_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_share_ended_by_id_61f44872_fk_access_member_id FOREIGN KEY (ended_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_share_organisation_id_0b259c0d_fk_access_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_share_pkey PRIMARY KEY (id)
-- constraint: access_share_unit_id_ea591b4e_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- index: access_share_case_id_28cd0f7e CREATE INDEX access_share_case_id_28cd0f7e ON public.access_share USING btree (case_id)
-- index: access_share_created_by_id_445045ea CREATE INDEX access_share_created_by_id_445045ea ON public.access_share USING btree (created_by_id)
-- index: access_share_ended_by_id_61f44872 CREATE INDEX access_share_ended_by_id_61f44872 ON public.access_share USING btree (ended_by_id)
-- index: access_share_organisation_id_0b259c0d CREATE INDEX access_share_organisation_id_0b259c0d ON public.access_share USING btree (organisation_id)
-- index: access_share_pkey CREATE UNIQUE INDEX access_share_pkey ON public.access_share USING btree (id)
-- index: access_share_purpose_8406051e CREATE INDEX access_share_purpose_8406051e ON public.access_share USING btree (purpose)
-- index: access_share_purpose_8406051e_like CREATE INDEX access_share_purpose_8406051e_like ON public.access_share USING btree (purpose varchar_pattern_ops)
-- index: access_share_unit_id_ea591b4e CREATE INDEX access_share_unit_id_ea591b4e ON public.access_share USING btree (unit_id)
-- index: share_to CREATE INDEX share_to ON public.access_share USING btree (organisation_id, until)

-- policy: erasing
CREATE POLICY erasing ON public.access_share AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.access_share AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.access_share AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id <> ( SELECT gate.organisation() AS organisation)) AND ((created_by_id = ( SELECT gate.member() AS member)) AND (until <= (since + '367 days'::interval)) AND (since <= (statement_timestamp() + '1 day'::interval)))));

-- policy: migration
CREATE POLICY migration ON public.access_share AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_share AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.access_share AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.access_share AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_share AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.access_share AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id <> ( SELECT gate.organisation() AS organisation))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.access_share FOR EACH ROW WHEN (((new.ended_at IS NULL) AND (new.until > statement_timestamp()))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.access_share FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.access_share FOR EACH ROW WHEN (((NOT COALESCE(((old.ended_at IS NULL) AND (old.until > statement_timestamp())), false)) AND ((new.ended_at IS NULL) AND (new.until > statement_timestamp())))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_b_consent
CREATE TRIGGER a_b_consent BEFORE INSERT ON public.access_share FOR EACH ROW WHEN (((((new.basis)::text = 'consent'::text) OR (new.consent_id IS NOT NULL)) AND (new.ended_at IS NULL) AND (new.until > statement_timestamp()))) EXECUTE FUNCTION gate.needs_consent('house');

-- trigger: a_b_consent_changed
CREATE TRIGGER a_b_consent_changed BEFORE UPDATE ON public.access_share FOR EACH ROW WHEN (((((new.basis)::text = 'consent'::text) OR (new.consent_id IS NOT NULL)) AND (new.ended_at IS NULL) AND (new.until > statement_timestamp()) AND ((old.ended_at IS NOT NULL) OR (((((((old.case_id IS DISTINCT FROM new.case_id) OR (old.organisation_id IS DISTINCT FROM new.organisation_id)) OR (old.categories IS DISTINCT FROM new.categories)) OR ((old.purpose)::text IS DISTINCT FROM (new.purpose)::text)) OR ((old.basis)::text IS DISTINCT FROM (new.basis)::text)) OR (old.consent_id IS DISTINCT FROM new.consent_id)) OR (old.until IS DISTINCT FROM new.until))))) EXECUTE FUNCTION gate.needs_consent('house');

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.access_share FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('', 'ended_at,ended_by_id', '');

-- trigger: follow_share
CREATE TRIGGER follow_share AFTER UPDATE OF ended_at ON public.access_share FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION gate.end_referral_of_share();

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.access_share FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- trigger: z_working_organisation_id
CREATE TRIGGER z_working_organisation_id AFTER INSERT ON public.access_share FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('organisation_id');

-- grants
GRANT DELETE ON public.access_share TO samvern_gate;
GRANT INSERT ON public.access_share TO samvern_app;
GRANT INSERT ON public.access_share TO samvern_gate;
GRANT SELECT (case_id) ON public.access_share TO samvern_gate;
GRANT SELECT ON public.access_share TO samvern_app;
GRANT SELECT ON public.access_share TO samvern_gate;
GRANT UPDATE ON public.access_share TO samvern_app;
GRANT UPDATE ON public.access_share TO samvern_gate;
