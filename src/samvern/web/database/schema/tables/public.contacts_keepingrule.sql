-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: days smallint NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- constraint: contacts_keepingrule_days_check CHECK ((days >= 0))
-- constraint: contacts_keepingrule_made_by_id_3713dba5_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_keepingrule_organisation_id_e8b2dd8f_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_keepingrule_pkey PRIMARY KEY (id)
-- constraint: keepingrule_days CHECK (((days >= 1) AND (days <= 183)))
-- index: contacts_keepingrule_made_by_id_3713dba5 CREATE INDEX contacts_keepingrule_made_by_id_3713dba5 ON public.contacts_keepingrule USING btree (made_by_id)
-- index: contacts_keepingrule_organisation_id_e8b2dd8f CREATE INDEX contacts_keepingrule_organisation_id_e8b2dd8f ON public.contacts_keepingrule USING btree (organisation_id)
-- index: contacts_keepingrule_pkey CREATE UNIQUE INDEX contacts_keepingrule_pkey ON public.contacts_keepingrule USING btree (id)
-- index: keepingrule_latest CREATE INDEX keepingrule_latest ON public.contacts_keepingrule USING btree (organisation_id, created_at DESC)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_keepingrule AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (made_by_id = ( SELECT gate.member() AS member)) AND (created_at < (statement_timestamp() + '00:01:00'::interval))));

-- policy: migration
CREATE POLICY migration ON public.contacts_keepingrule AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_keepingrule AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_keepingrule AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((( SELECT gate.member() AS member) IS NOT NULL) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));

-- grants
GRANT INSERT ON public.contacts_keepingrule TO samvern_app;
GRANT SELECT ON public.contacts_keepingrule TO samvern_app;
GRANT SELECT ON public.contacts_keepingrule TO samvern_gate;
