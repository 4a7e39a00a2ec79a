-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: action character varying(20) NOT NULL
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: decisions jsonb NOT NULL
-- column: digest character varying(64) NOT NULL
-- column: erased_at timestamp with time zone NOT NULL
-- column: files_destroyed integer NOT NULL
-- column: id uuid NOT NULL
-- column: keys_destroyed integer NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: receipt character varying(60) NOT NULL
-- column: rows_erased jsonb NOT NULL
-- column: rule character varying(60) NOT NULL
-- column: unit_id uuid NOT NULL
-- constraint: cases_certificate_files_destroyed_check CHECK ((files_destroyed >= 0))
-- constraint: cases_certificate_keys_destroyed_check CHECK ((keys_destroyed >= 0))
-- constraint: cases_certificate_organisation_id_5484eb72_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_certificate_pkey PRIMARY KEY (id)
-- constraint: cases_certificate_unit_id_5227b9cb_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- index: cases_certificate_action_9c25c61e CREATE INDEX cases_certificate_action_9c25c61e ON public.cases_certificate USING btree (action)
-- index: cases_certificate_action_9c25c61e_like CREATE INDEX cases_certificate_action_9c25c61e_like ON public.cases_certificate USING btree (action varchar_pattern_ops)
-- index: cases_certificate_case_id_d3533398 CREATE INDEX cases_certificate_case_id_d3533398 ON public.cases_certificate USING btree (case_id)
-- index: cases_certificate_organisation_id_5484eb72 CREATE INDEX cases_certificate_organisation_id_5484eb72 ON public.cases_certificate USING btree (organisation_id)
-- index: cases_certificate_pkey CREATE UNIQUE INDEX cases_certificate_pkey ON public.cases_certificate USING btree (id)
-- index: cases_certificate_unit_id_5227b9cb CREATE INDEX cases_certificate_unit_id_5227b9cb ON public.cases_certificate USING btree (unit_id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_certificate AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.cases_certificate AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_certificate AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['leader'::text, 'auditor'::text]))));

-- grants
GRANT INSERT ON public.cases_certificate TO samvern_gate;
GRANT SELECT ON public.cases_certificate TO samvern_app;
GRANT SELECT ON public.cases_certificate TO samvern_gate;
