-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: age character varying(12) NOT NULL
-- column: form character varying(20) NOT NULL
-- column: id uuid NOT NULL
-- column: met_by character varying(20) NOT NULL
-- column: month date NOT NULL
-- column: offered character varying(20)[] NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: reason character varying(20) NOT NULL
-- column: region character varying(20) NOT NULL
-- column: sex character varying(12) NOT NULL
-- constraint: referrals_unnamed_organisation_id_fac3dd6a_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_unnamed_pkey PRIMARY KEY (id)
-- index: referrals_unnamed_age_b029051b CREATE INDEX referrals_unnamed_age_b029051b ON public.referrals_unnamed USING btree (age)
-- index: referrals_unnamed_age_b029051b_like CREATE INDEX referrals_unnamed_age_b029051b_like ON public.referrals_unnamed USING btree (age varchar_pattern_ops)
-- index: referrals_unnamed_form_47db5cde CREATE INDEX referrals_unnamed_form_47db5cde ON public.referrals_unnamed USING btree (form)
-- index: referrals_unnamed_form_47db5cde_like CREATE INDEX referrals_unnamed_form_47db5cde_like ON public.referrals_unnamed USING btree (form varchar_pattern_ops)
-- index: referrals_unnamed_met_by_8812e7c0 CREATE INDEX referrals_unnamed_met_by_8812e7c0 ON public.referrals_unnamed USING btree (met_by)
-- index: referrals_unnamed_met_by_8812e7c0_like CREATE INDEX referrals_unnamed_met_by_8812e7c0_like ON public.referrals_unnamed USING btree (met_by varchar_pattern_ops)
-- index: referrals_unnamed_organisation_id_fac3dd6a CREATE INDEX referrals_unnamed_organisation_id_fac3dd6a ON public.referrals_unnamed USING btree (organisation_id)
-- index: referrals_unnamed_pkey CREATE UNIQUE INDEX referrals_unnamed_pkey ON public.referrals_unnamed USING btree (id)
-- index: referrals_unnamed_reason_ba59506e CREATE INDEX referrals_unnamed_reason_ba59506e ON public.referrals_unnamed USING btree (reason)
-- index: referrals_unnamed_reason_ba59506e_like CREATE INDEX referrals_unnamed_reason_ba59506e_like ON public.referrals_unnamed USING btree (reason varchar_pattern_ops)
-- index: referrals_unnamed_region_efdb5668 CREATE INDEX referrals_unnamed_region_efdb5668 ON public.referrals_unnamed USING btree (region)
-- index: referrals_unnamed_region_efdb5668_like CREATE INDEX referrals_unnamed_region_efdb5668_like ON public.referrals_unnamed USING btree (region varchar_pattern_ops)
-- index: referrals_unnamed_sex_c6031c36 CREATE INDEX referrals_unnamed_sex_c6031c36 ON public.referrals_unnamed USING btree (sex)
-- index: referrals_unnamed_sex_c6031c36_like CREATE INDEX referrals_unnamed_sex_c6031c36_like ON public.referrals_unnamed USING btree (sex varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_unnamed AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));

-- policy: migration
CREATE POLICY migration ON public.referrals_unnamed AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.referrals_unnamed AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- grants
GRANT INSERT ON public.referrals_unnamed TO samvern_app;
GRANT SELECT ON public.referrals_unnamed TO samvern_gate;
