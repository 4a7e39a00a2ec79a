-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: about_child boolean NOT NULL
-- column: circle character varying(8) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: desk_id uuid NOT NULL
-- column: due_on date NOT NULL
-- column: forgotten_at timestamp with time zone
-- column: id uuid NOT NULL
-- column: kept character varying(24) NOT NULL
-- column: language character varying(2) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: receiver_id uuid NOT NULL
-- column: receiver_unit_id uuid NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: text_sealed bytea
-- column: topic character varying(16) NOT NULL
-- column: unit_id uuid NOT NULL
-- constraint: contacts_question_created_by_id_67ff459b_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_question_desk_id_7af4ffba_fk_contacts_desk_id FOREIGN KEY (desk_id) REFERENCES contacts_desk(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_question_organisation_id_4733ea7e_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_question_pkey PRIMARY KEY (id)
-- constraint: contacts_question_receiver_id_22cee657_fk_access_or FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_question_receiver_unit_id_ae6ae53e_fk_access_unit_id FOREIGN KEY (receiver_unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_question_unit_id_55d75c99_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- index: contacts_question_created_by_id_67ff459b CREATE INDEX contacts_question_created_by_id_67ff459b ON public.contacts_question USING btree (created_by_id)
-- index: contacts_question_desk_id_7af4ffba CREATE INDEX contacts_question_desk_id_7af4ffba ON public.contacts_question USING btree (desk_id)
-- index: contacts_question_kept_8d2ba1e1 CREATE INDEX contacts_question_kept_8d2ba1e1 ON public.contacts_question USING btree (kept)
-- index: contacts_question_kept_8d2ba1e1_like CREATE INDEX contacts_question_kept_8d2ba1e1_like ON public.contacts_question USING btree (kept varchar_pattern_ops)
-- index: contacts_question_organisation_id_4733ea7e CREATE INDEX contacts_question_organisation_id_4733ea7e ON public.contacts_question USING btree (organisation_id)
-- index: contacts_question_pkey CREATE UNIQUE INDEX contacts_question_pkey ON public.contacts_question USING btree (id)
-- index: contacts_question_receiver_id_22cee657 CREATE INDEX contacts_question_receiver_id_22cee657 ON public.contacts_question USING btree (receiver_id)
-- index: contacts_question_receiver_unit_id_ae6ae53e CREATE INDEX contacts_question_receiver_unit_id_ae6ae53e ON public.contacts_question USING btree (receiver_unit_id)
-- index: contacts_question_state_7af2156a CREATE INDEX contacts_question_state_7af2156a ON public.contacts_question USING btree (state)
-- index: contacts_question_state_7af2156a_like CREATE INDEX contacts_question_state_7af2156a_like ON public.contacts_question USING btree (state varchar_pattern_ops)
-- index: contacts_question_unit_id_55d75c99 CREATE INDEX contacts_question_unit_id_55d75c99 ON public.contacts_question USING btree (unit_id)
-- index: question_from CREATE INDEX question_from ON public.contacts_question USING btree (organisation_id, created_at DESC)
-- index: question_to CREATE INDEX question_to ON public.contacts_question USING btree (receiver_id, state, due_on)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_question AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[]))) AND ((state)::text = 'asked'::text) AND (EXISTS ( SELECT 1
   FROM contacts_desk d
  WHERE ((d.id = contacts_question.desk_id) AND (d.organisation_id = contacts_question.receiver_id) AND (d.unit_id = contacts_question.receiver_unit_id) AND (d.is_open OR (d.organisation_id = ( SELECT gate.organisation() AS organisation))))))));

-- policy: migration
CREATE POLICY migration ON public.contacts_question AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_audit
CREATE POLICY samvern_audit ON public.contacts_question AS PERMISSIVE FOR SELECT TO samvern_audit
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_question AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.contacts_question AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_question AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (id <> ALL (( SELECT gate.barred_questions() AS barred_questions)::uuid[])) AND (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = ANY (ARRAY['service'::text, 'program'::text])) OR (created_by_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))) OR (EXISTS ( SELECT 1
   FROM contacts_origin o
  WHERE (o.question_id = contacts_question.id))))) OR ((receiver_id = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = ANY (ARRAY['service'::text, 'program'::text])) OR (receiver_unit_id = ( SELECT acting.unit
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND (( SELECT acting.unit
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person)) IS NULL)))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.contacts_question AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member))));

-- trigger: fill_once
CREATE TRIGGER fill_once BEFORE UPDATE ON public.contacts_question FOR EACH ROW EXECUTE FUNCTION gate.fill_once('text_sealed');

-- trigger: tell_of_question
CREATE TRIGGER tell_of_question AFTER INSERT ON public.contacts_question FOR EACH ROW EXECUTE FUNCTION gate.tell_of_question();

-- trigger: z_working_organisation_id
CREATE TRIGGER z_working_organisation_id AFTER INSERT ON public.contacts_question FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('organisation_id');

-- trigger: z_working_receiver_id
CREATE TRIGGER z_working_receiver_id AFTER INSERT ON public.contacts_question FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('receiver_id');

-- grants
GRANT INSERT ON public.contacts_question TO samvern_app;
GRANT SELECT ON public.contacts_question TO samvern_app;
GRANT SELECT ON public.contacts_question TO samvern_audit;
GRANT SELECT ON public.contacts_question TO samvern_gate;
GRANT UPDATE (forgotten_at, state, state_since, text_sealed) ON public.contacts_question TO samvern_gate;
GRANT UPDATE (text_sealed) ON public.contacts_question TO samvern_app;
