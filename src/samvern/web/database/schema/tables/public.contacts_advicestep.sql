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
-- constraint: contacts_advicestep_made_by_id_3f413ae5_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_advicestep_of_id_18a8b13f_fk_contacts_advice_id FOREIGN KEY (of_id) REFERENCES contacts_advice(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_advicestep_pkey PRIMARY KEY (id)
-- index: contacts_advicestep_finish_a640d164 CREATE INDEX contacts_advicestep_finish_a640d164 ON public.contacts_advicestep USING btree (finish)
-- index: contacts_advicestep_finish_a640d164_like CREATE INDEX contacts_advicestep_finish_a640d164_like ON public.contacts_advicestep USING btree (finish varchar_pattern_ops)
-- index: contacts_advicestep_made_by_id_3f413ae5 CREATE INDEX contacts_advicestep_made_by_id_3f413ae5 ON public.contacts_advicestep USING btree (made_by_id)
-- index: contacts_advicestep_move_e9e5d4b3 CREATE INDEX contacts_advicestep_move_e9e5d4b3 ON public.contacts_advicestep USING btree (move)
-- index: contacts_advicestep_move_e9e5d4b3_like CREATE INDEX contacts_advicestep_move_e9e5d4b3_like ON public.contacts_advicestep USING btree (move varchar_pattern_ops)
-- index: contacts_advicestep_of_id_18a8b13f CREATE INDEX contacts_advicestep_of_id_18a8b13f ON public.contacts_advicestep USING btree (of_id)
-- index: contacts_advicestep_pkey CREATE UNIQUE INDEX contacts_advicestep_pkey ON public.contacts_advicestep USING btree (id)
-- index: contacts_advicestep_reason_783350fa CREATE INDEX contacts_advicestep_reason_783350fa ON public.contacts_advicestep USING btree (reason)
-- index: contacts_advicestep_reason_783350fa_like CREATE INDEX contacts_advicestep_reason_783350fa_like ON public.contacts_advicestep USING btree (reason varchar_pattern_ops)
-- index: contacts_advicestep_side_e3550273 CREATE INDEX contacts_advicestep_side_e3550273 ON public.contacts_advicestep USING btree (side)
-- index: contacts_advicestep_side_e3550273_like CREATE INDEX contacts_advicestep_side_e3550273_like ON public.contacts_advicestep USING btree (side varchar_pattern_ops)
-- index: contacts_advicestep_start_9cb5f162 CREATE INDEX contacts_advicestep_start_9cb5f162 ON public.contacts_advicestep USING btree (start)
-- index: contacts_advicestep_start_9cb5f162_like CREATE INDEX contacts_advicestep_start_9cb5f162_like ON public.contacts_advicestep USING btree (start varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_advicestep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((EXISTS ( SELECT 1
   FROM contacts_advice t
  WHERE (t.id = contacts_advicestep.of_id))) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM contacts_advice v
  WHERE ((v.id = contacts_advicestep.of_id) AND (v.desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[])))))));

-- policy: migration
CREATE POLICY migration ON public.contacts_advicestep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_advicestep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_advicestep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((EXISTS ( SELECT 1
   FROM contacts_advice t
  WHERE (t.id = contacts_advicestep.of_id))));

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.contacts_advicestep FOR EACH ROW EXECUTE FUNCTION gate.take_step('contacts_advice');

-- trigger: b_guard_approval
CREATE TRIGGER b_guard_approval BEFORE INSERT ON public.contacts_advicestep FOR EACH ROW EXECUTE FUNCTION gate.guard_approval();

-- trigger: end_draft
CREATE TRIGGER end_draft AFTER INSERT ON public.contacts_advicestep FOR EACH ROW EXECUTE FUNCTION gate.end_draft();

-- grants
GRANT INSERT ON public.contacts_advicestep TO samvern_app;
GRANT SELECT ON public.contacts_advicestep TO samvern_app;
GRANT SELECT ON public.contacts_advicestep TO samvern_gate;
