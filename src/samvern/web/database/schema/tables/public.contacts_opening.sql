-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: contact_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- constraint: contacts_opening_contact_id_54244992_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES contacts_contact(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_opening_contact_id_key UNIQUE (contact_id)
-- constraint: contacts_opening_created_by_id_d249e26f_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_opening_pkey PRIMARY KEY (id)
-- index: contacts_opening_case_id_8f55fc0a CREATE INDEX contacts_opening_case_id_8f55fc0a ON public.contacts_opening USING btree (case_id)
-- index: contacts_opening_contact_id_key CREATE UNIQUE INDEX contacts_opening_contact_id_key ON public.contacts_opening USING btree (contact_id)
-- index: contacts_opening_created_by_id_d249e26f CREATE INDEX contacts_opening_created_by_id_d249e26f ON public.contacts_opening USING btree (created_by_id)
-- index: contacts_opening_pkey CREATE UNIQUE INDEX contacts_opening_pkey ON public.contacts_opening USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.contacts_opening AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.contacts_opening AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_opening AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_opening.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.contacts_opening AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_opening AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_opening AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_opening.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.contacts_opening FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.contacts_opening TO samvern_gate;
GRANT INSERT ON public.contacts_opening TO samvern_app;
GRANT SELECT (case_id) ON public.contacts_opening TO samvern_gate;
GRANT SELECT ON public.contacts_opening TO samvern_app;
GRANT SELECT ON public.contacts_opening TO samvern_gate;
