-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- column: words_sealed bytea
-- constraint: contacts_questionstep_made_by_id_cc74c13b_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_questionstep_of_id_a80ff107_fk_contacts_question_id FOREIGN KEY (of_id) REFERENCES contacts_question(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_questionstep_pkey PRIMARY KEY (id)
-- index: contacts_questionstep_finish_198b2feb CREATE INDEX contacts_questionstep_finish_198b2feb ON public.contacts_questionstep USING btree (finish)
-- index: contacts_questionstep_finish_198b2feb_like CREATE INDEX contacts_questionstep_finish_198b2feb_like ON public.contacts_questionstep USING btree (finish varchar_pattern_ops)
-- index: contacts_questionstep_made_by_id_cc74c13b CREATE INDEX contacts_questionstep_made_by_id_cc74c13b ON public.contacts_questionstep USING btree (made_by_id)
-- index: contacts_questionstep_move_0edc4ab0 CREATE INDEX contacts_questionstep_move_0edc4ab0 ON public.contacts_questionstep USING btree (move)
-- index: contacts_questionstep_move_0edc4ab0_like CREATE INDEX contacts_questionstep_move_0edc4ab0_like ON public.contacts_questionstep USING btree (move varchar_pattern_ops)
-- index: contacts_questionstep_of_id_a80ff107 CREATE INDEX contacts_questionstep_of_id_a80ff107 ON public.contacts_questionstep USING btree (of_id)
-- index: contacts_questionstep_pkey CREATE UNIQUE INDEX contacts_questionstep_pkey ON public.contacts_questionstep USING btree (id)
-- index: contacts_questionstep_reason_a901e8bb CREATE INDEX contacts_questionstep_reason_a901e8bb ON public.contacts_questionstep USING btree (reason)
-- index: contacts_questionstep_reason_a901e8bb_like CREATE INDEX contacts_questionstep_reason_a901e8bb_like ON public.contacts_questionstep USING btree (reason varchar_pattern_ops)
-- index: contacts_questionstep_side_3390269b CREATE INDEX contacts_questionstep_side_3390269b ON public.contacts_questionstep USING btree (side)
-- index: contacts_questionstep_side_3390269b_like CREATE INDEX contacts_questionstep_side_3390269b_like ON public.contacts_questionstep USING btree (side varchar_pattern_ops)
-- index: contacts_questionstep_start_385b8f3b CREATE INDEX contacts_questionstep_start_385b8f3b ON public.contacts_questionstep USING btree (start)
-- index: contacts_questionstep_start_385b8f3b_like CREATE INDEX contacts_questionstep_start_385b8f3b_like ON public.contacts_questionstep USING btree (start varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_questionstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((EXISTS ( SELECT 1
   FROM contacts_question t
  WHERE (t.id = contacts_questionstep.of_id))) AND (made_by_id = ( SELECT gate.member() AS member)) AND (((side)::text <> 'receiver'::text) OR (EXISTS ( SELECT 1
   FROM contacts_question q
  WHERE ((q.id = contacts_questionstep.of_id) AND ((q.receiver_unit_id = ( SELECT acting.unit
           FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) OR (( SELECT gate.role() AS role) = 'program'::text) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND (( SELECT acting.unit
           FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person)) IS NULL)))))))));

-- policy: living_ended
CREATE POLICY living_ended ON public.contacts_questionstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.contacts_questionstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_questionstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.contacts_questionstep AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_questionstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((EXISTS ( SELECT 1
   FROM contacts_question t
  WHERE (t.id = contacts_questionstep.of_id))));

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.contacts_questionstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('contacts_question');

-- trigger: tell_of_question
CREATE TRIGGER tell_of_question AFTER INSERT ON public.contacts_questionstep FOR EACH ROW EXECUTE FUNCTION gate.tell_of_question();

-- grants
GRANT INSERT ON public.contacts_questionstep TO samvern_app;
GRANT INSERT ON public.contacts_questionstep TO samvern_gate;
GRANT SELECT (id, of_id) ON public.contacts_questionstep TO samvern_gate;
GRANT SELECT ON public.contacts_questionstep TO samvern_app;
GRANT UPDATE (words_sealed) ON public.contacts_questionstep TO samvern_gate;
