-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: address_id uuid NOT NULL
-- column: approved_by_id uuid
-- column: asked_id uuid
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: ended_at timestamp with time zone
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- column: proposed_by_id uuid NOT NULL
-- constraint: identity_addressread_address_id_a62af873_fk_identity_ FOREIGN KEY (address_id) REFERENCES identity_protectedaddress(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_addressread_approved_by_id_eeec8478_fk_access_me FOREIGN KEY (approved_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_addressread_proposed_by_id_28cca8cc_fk_access_me FOREIGN KEY (proposed_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_addressreader_asked_id_6462fa46_fk_access_member_id FOREIGN KEY (asked_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_addressreader_member_id_a9f75b37_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_addressreader_pkey PRIMARY KEY (id)
-- index: identity_addressreader_address_id_a62af873 CREATE INDEX identity_addressreader_address_id_a62af873 ON public.identity_addressreader USING btree (address_id)
-- index: identity_addressreader_approved_by_id_eeec8478 CREATE INDEX identity_addressreader_approved_by_id_eeec8478 ON public.identity_addressreader USING btree (approved_by_id)
-- index: identity_addressreader_asked_id_6462fa46 CREATE INDEX identity_addressreader_asked_id_6462fa46 ON public.identity_addressreader USING btree (asked_id)
-- index: identity_addressreader_case_id_b21acd9a CREATE INDEX identity_addressreader_case_id_b21acd9a ON public.identity_addressreader USING btree (case_id)
-- index: identity_addressreader_member_id_a9f75b37 CREATE INDEX identity_addressreader_member_id_a9f75b37 ON public.identity_addressreader USING btree (member_id)
-- index: identity_addressreader_pkey CREATE UNIQUE INDEX identity_addressreader_pkey ON public.identity_addressreader USING btree (id)
-- index: identity_addressreader_proposed_by_id_28cca8cc CREATE INDEX identity_addressreader_proposed_by_id_28cca8cc ON public.identity_addressreader USING btree (proposed_by_id)
-- index: reader_once CREATE UNIQUE INDEX reader_once ON public.identity_addressreader USING btree (address_id, member_id) WHERE (ended_at IS NULL)

-- policy: erasing
CREATE POLICY erasing ON public.identity_addressreader AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.identity_addressreader AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.identity_addressreader AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('address'::text) AS opens) AND (address_id = ANY (( SELECT gate.addresses() AS addresses)::uuid[])) AND (EXISTS ( SELECT 1
   FROM identity_protectedaddress p
  WHERE ((p.id = identity_addressreader.address_id) AND (p.case_id = identity_addressreader.case_id)))) AND (proposed_by_id = ( SELECT gate.member() AS member)) AND (approved_by_id IS NULL) AND (ended_at IS NULL) AND (( SELECT count(*) AS count
   FROM access_member m
  WHERE ((m.id = ANY (ARRAY[identity_addressreader.member_id, identity_addressreader.asked_id])) AND (m.organisation_id = ( SELECT gate.organisation() AS organisation)))) = 2) AND ((( SELECT gate.member() AS member) <> member_id) AND (( SELECT gate.member() AS member) <> asked_id)) AND (member_id <> asked_id)));

-- policy: migration
CREATE POLICY migration ON public.identity_addressreader AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.identity_addressreader AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.identity_addressreader AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('address'::text) AS opens) AND ((((( SELECT gate.member() AS member) = proposed_by_id) OR (( SELECT gate.member() AS member) = member_id)) OR (( SELECT gate.member() AS member) = asked_id)) OR (address_id = ANY (( SELECT gate.addresses() AS addresses)::uuid[])))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.identity_addressreader AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('address'::text) AS opens) AND ((asked_id = ( SELECT gate.member() AS member)) OR (address_id = ANY (( SELECT gate.addresses() AS addresses)::uuid[])))))
    WITH CHECK ((( SELECT gate.opens('address'::text) AS opens) AND ((ended_at IS NOT NULL) OR (approved_by_id IS NULL) OR ((approved_by_id = ( SELECT gate.member() AS member)) AND (asked_id = ( SELECT gate.member() AS member))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_addressreader FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: fill_once
CREATE TRIGGER fill_once BEFORE UPDATE ON public.identity_addressreader FOR EACH ROW EXECUTE FUNCTION gate.fill_once('approved_by_id', 'ended_at');

-- grants
GRANT DELETE ON public.identity_addressreader TO samvern_gate;
GRANT INSERT ON public.identity_addressreader TO samvern_app;
GRANT SELECT (case_id) ON public.identity_addressreader TO samvern_gate;
GRANT SELECT ON public.identity_addressreader TO samvern_app;
GRANT SELECT ON public.identity_addressreader TO samvern_gate;
GRANT UPDATE ON public.identity_addressreader TO samvern_app;
