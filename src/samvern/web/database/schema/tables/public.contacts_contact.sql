-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: about character varying(16) NOT NULL
-- column: advice character varying(16)[] NOT NULL
-- column: age_group character varying(12) NOT NULL
-- column: at timestamp with time zone NOT NULL
-- column: caller character varying(16) NOT NULL
-- column: channel character varying(12) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: forgotten_at timestamp with time zone
-- column: forms character varying(16)[] NOT NULL
-- column: id uuid NOT NULL
-- column: interpreter boolean NOT NULL
-- column: language character varying(2) NOT NULL
-- column: next_step character varying(12) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: region character varying(12) NOT NULL
-- column: unit_id uuid NOT NULL
-- column: urgency character varying(8) NOT NULL
-- column: word_blind bytea
-- column: words_sealed bytea
-- constraint: contacts_contact_created_by_id_57537352_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_contact_organisation_id_d144402a_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_contact_pkey PRIMARY KEY (id)
-- constraint: contacts_contact_unit_id_1bab1929_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- index: contact_by_word CREATE INDEX contact_by_word ON public.contacts_contact USING btree (unit_id, word_blind)
-- index: contact_of_unit CREATE INDEX contact_of_unit ON public.contacts_contact USING btree (unit_id, at DESC)
-- index: contacts_contact_created_by_id_57537352 CREATE INDEX contacts_contact_created_by_id_57537352 ON public.contacts_contact USING btree (created_by_id)
-- index: contacts_contact_organisation_id_d144402a CREATE INDEX contacts_contact_organisation_id_d144402a ON public.contacts_contact USING btree (organisation_id)
-- index: contacts_contact_pkey CREATE UNIQUE INDEX contacts_contact_pkey ON public.contacts_contact USING btree (id)
-- index: contacts_contact_unit_id_1bab1929 CREATE INDEX contacts_contact_unit_id_1bab1929 ON public.contacts_contact USING btree (unit_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_contact AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));

-- policy: migration
CREATE POLICY migration ON public.contacts_contact AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_contact AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.contacts_contact AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_contact AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.contacts_contact AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));

-- trigger: z_working_organisation_id
CREATE TRIGGER z_working_organisation_id AFTER INSERT ON public.contacts_contact FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('organisation_id');

-- grants
GRANT INSERT ON public.contacts_contact TO samvern_app;
GRANT SELECT ON public.contacts_contact TO samvern_app;
GRANT SELECT ON public.contacts_contact TO samvern_gate;
GRANT UPDATE (about, advice, age_group, caller, forms, interpreter, language, next_step, region, urgency, word_blind, words_sealed) ON public.contacts_contact TO samvern_app;
GRANT UPDATE (forgotten_at, word_blind, words_sealed) ON public.contacts_contact TO samvern_gate;
