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
-- constraint: contacts_callbackstep_made_by_id_2a8696fc_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_callbackstep_of_id_7332c05b_fk_contacts_callback_id FOREIGN KEY (of_id) REFERENCES contacts_callback(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_callbackstep_pkey PRIMARY KEY (id)
-- index: contacts_callbackstep_finish_c82c5fca CREATE INDEX contacts_callbackstep_finish_c82c5fca ON public.contacts_callbackstep USING btree (finish)
-- index: contacts_callbackstep_finish_c82c5fca_like CREATE INDEX contacts_callbackstep_finish_c82c5fca_like ON public.contacts_callbackstep USING btree (finish varchar_pattern_ops)
-- index: contacts_callbackstep_made_by_id_2a8696fc CREATE INDEX contacts_callbackstep_made_by_id_2a8696fc ON public.contacts_callbackstep USING btree (made_by_id)
-- index: contacts_callbackstep_move_9e157edb CREATE INDEX contacts_callbackstep_move_9e157edb ON public.contacts_callbackstep USING btree (move)
-- index: contacts_callbackstep_move_9e157edb_like CREATE INDEX contacts_callbackstep_move_9e157edb_like ON public.contacts_callbackstep USING btree (move varchar_pattern_ops)
-- index: contacts_callbackstep_of_id_7332c05b CREATE INDEX contacts_callbackstep_of_id_7332c05b ON public.contacts_callbackstep USING btree (of_id)
-- index: contacts_callbackstep_pkey CREATE UNIQUE INDEX contacts_callbackstep_pkey ON public.contacts_callbackstep USING btree (id)
-- index: contacts_callbackstep_reason_77beae23 CREATE INDEX contacts_callbackstep_reason_77beae23 ON public.contacts_callbackstep USING btree (reason)
-- index: contacts_callbackstep_reason_77beae23_like CREATE INDEX contacts_callbackstep_reason_77beae23_like ON public.contacts_callbackstep USING btree (reason varchar_pattern_ops)
-- index: contacts_callbackstep_side_400879a4 CREATE INDEX contacts_callbackstep_side_400879a4 ON public.contacts_callbackstep USING btree (side)
-- index: contacts_callbackstep_side_400879a4_like CREATE INDEX contacts_callbackstep_side_400879a4_like ON public.contacts_callbackstep USING btree (side varchar_pattern_ops)
-- index: contacts_callbackstep_start_6aca96fa CREATE INDEX contacts_callbackstep_start_6aca96fa ON public.contacts_callbackstep USING btree (start)
-- index: contacts_callbackstep_start_6aca96fa_like CREATE INDEX contacts_callbackstep_start_6aca96fa_like ON public.contacts_callbackstep USING btree (start varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_callbackstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((EXISTS ( SELECT 1
   FROM contacts_callback t
  WHERE (t.id = contacts_callbackstep.of_id))) AND (made_by_id = ( SELECT gate.member() AS member)) AND true));

-- policy: migration
CREATE POLICY migration ON public.contacts_callbackstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_callbackstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((EXISTS ( SELECT 1
   FROM contacts_callback t
  WHERE (t.id = contacts_callbackstep.of_id))));

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.contacts_callbackstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('contacts_callback');

-- trigger: end_callback
CREATE TRIGGER end_callback AFTER INSERT ON public.contacts_callbackstep FOR EACH ROW EXECUTE FUNCTION gate.end_callback();

-- grants
GRANT INSERT ON public.contacts_callbackstep TO samvern_app;
GRANT SELECT ON public.contacts_callbackstep TO samvern_app;
