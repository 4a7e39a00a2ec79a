-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: rule_sealed bytea NOT NULL
-- column: version integer NOT NULL
-- constraint: contacts_contactrule_case_id_2233b225_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_contactrule_created_by_id_cc9c8a02_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_contactrule_person_id_f5c22a76_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_contactrule_pkey PRIMARY KEY (id)
-- constraint: contacts_contactrule_version_check CHECK ((version >= 0))
-- constraint: one_contact_rule UNIQUE (person_id)
-- index: contacts_contactrule_case_id_2233b225 CREATE INDEX contacts_contactrule_case_id_2233b225 ON public.contacts_contactrule USING btree (case_id)
-- index: contacts_contactrule_created_by_id_cc9c8a02 CREATE INDEX contacts_contactrule_created_by_id_cc9c8a02 ON public.contacts_contactrule USING btree (created_by_id)
-- index: contacts_contactrule_person_id_f5c22a76 CREATE INDEX contacts_contactrule_person_id_f5c22a76 ON public.contacts_contactrule USING btree (person_id)
-- index: contacts_contactrule_pkey CREATE UNIQUE INDEX contacts_contactrule_pkey ON public.contacts_contactrule USING btree (id)
-- index: one_contact_rule CREATE UNIQUE INDEX one_contact_rule ON public.contacts_contactrule USING btree (person_id)

-- policy: erasing
CREATE POLICY erasing ON public.contacts_contactrule AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.contacts_contactrule AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_contactrule AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.contacts_contactrule AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_contactrule AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('identity'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('identity'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.contacts_contactrule AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.contacts_contactrule FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.contacts_contactrule FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,rule_sealed', '', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.contacts_contactrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('identity');

-- grants
GRANT DELETE ON public.contacts_contactrule TO samvern_gate;
GRANT INSERT ON public.contacts_contactrule TO samvern_app;
GRANT SELECT (case_id) ON public.contacts_contactrule TO samvern_gate;
GRANT SELECT ON public.contacts_contactrule TO samvern_app;
GRANT UPDATE ON public.contacts_contactrule TO samvern_app;
