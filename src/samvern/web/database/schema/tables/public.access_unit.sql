-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: name character varying(120) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: phone character varying(40) NOT NULL DEFAULT ''::character varying
-- constraint: access_unit_organisation_id_e51c5592_fk_access_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_unit_pkey PRIMARY KEY (id)
-- index: access_unit_organisation_id_e51c5592 CREATE INDEX access_unit_organisation_id_e51c5592 ON public.access_unit USING btree (organisation_id)
-- index: access_unit_pkey CREATE UNIQUE INDEX access_unit_pkey ON public.access_unit USING btree (id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.access_unit AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));

-- policy: migration
CREATE POLICY migration ON public.access_unit AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_unit AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_unit AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.member() AS member) IS NOT NULL));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.access_unit AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));

-- grants
GRANT INSERT ON public.access_unit TO samvern_app;
GRANT SELECT ON public.access_unit TO samvern_app;
GRANT SELECT ON public.access_unit TO samvern_gate;
GRANT UPDATE (name, phone) ON public.access_unit TO samvern_app;
