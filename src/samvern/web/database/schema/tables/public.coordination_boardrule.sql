-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: shows character varying(10) NOT NULL
-- constraint: coordination_boardru_organisation_id_e4729f12_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_boardrule_made_by_id_35da8890_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_boardrule_pkey PRIMARY KEY (id)
-- index: boardrule_latest CREATE INDEX boardrule_latest ON public.coordination_boardrule USING btree (organisation_id, created_at DESC)
-- index: coordination_boardrule_made_by_id_35da8890 CREATE INDEX coordination_boardrule_made_by_id_35da8890 ON public.coordination_boardrule USING btree (made_by_id)
-- index: coordination_boardrule_organisation_id_e4729f12 CREATE INDEX coordination_boardrule_organisation_id_e4729f12 ON public.coordination_boardrule USING btree (organisation_id)
-- index: coordination_boardrule_pkey CREATE UNIQUE INDEX coordination_boardrule_pkey ON public.coordination_boardrule USING btree (id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_boardrule AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (made_by_id = ( SELECT gate.member() AS member)) AND (created_at < (now() + '00:01:00'::interval))));

-- policy: migration
CREATE POLICY migration ON public.coordination_boardrule AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_boardrule AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_boardrule AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((( SELECT gate.member() AS member) IS NOT NULL) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));

-- grants
GRANT INSERT ON public.coordination_boardrule TO samvern_app;
GRANT SELECT ON public.coordination_boardrule TO samvern_app;
GRANT SELECT ON public.coordination_boardrule TO samvern_gate;
