-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- constraint: coordination_confere_made_by_id_9c4bdd43_fk_access_me FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_confere_of_id_54478b0d_fk_coordinat FOREIGN KEY (of_id) REFERENCES coordination_conference(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_conferencestep_pkey PRIMARY KEY (id)
-- index: coordination_conferencestep_case_id_f0085cc7 CREATE INDEX coordination_conferencestep_case_id_f0085cc7 ON public.coordination_conferencestep USING btree (case_id)
-- index: coordination_conferencestep_finish_c19ca55f CREATE INDEX coordination_conferencestep_finish_c19ca55f ON public.coordination_conferencestep USING btree (finish)
-- index: coordination_conferencestep_finish_c19ca55f_like CREATE INDEX coordination_conferencestep_finish_c19ca55f_like ON public.coordination_conferencestep USING btree (finish varchar_pattern_ops)
-- index: coordination_conferencestep_made_by_id_9c4bdd43 CREATE INDEX coordination_conferencestep_made_by_id_9c4bdd43 ON public.coordination_conferencestep USING btree (made_by_id)
-- index: coordination_conferencestep_move_cc4698dc CREATE INDEX coordination_conferencestep_move_cc4698dc ON public.coordination_conferencestep USING btree (move)
-- index: coordination_conferencestep_move_cc4698dc_like CREATE INDEX coordination_conferencestep_move_cc4698dc_like ON public.coordination_conferencestep USING btree (move varchar_pattern_ops)
-- index: coordination_conferencestep_of_id_54478b0d CREATE INDEX coordination_conferencestep_of_id_54478b0d ON public.coordination_conferencestep USING btree (of_id)
-- index: coordination_conferencestep_pkey CREATE UNIQUE INDEX coordination_conferencestep_pkey ON public.coordination_conferencestep USING btree (id)
-- index: coordination_conferencestep_reason_8c7b5a82 CREATE INDEX coordination_conferencestep_reason_8c7b5a82 ON public.coordination_conferencestep USING btree (reason)
-- index: coordination_conferencestep_reason_8c7b5a82_like CREATE INDEX coordination_conferencestep_reason_8c7b5a82_like ON public.coordination_conferencestep USING btree (reason varchar_pattern_ops)
-- index: coordination_conferencestep_side_2b3e718f CREATE INDEX coordination_conferencestep_side_2b3e718f ON public.coordination_conferencestep USING btree (side)
-- index: coordination_conferencestep_side_2b3e718f_like CREATE INDEX coordination_conferencestep_side_2b3e718f_like ON public.coordination_conferencestep USING btree (side varchar_pattern_ops)
-- index: coordination_conferencestep_start_51109553 CREATE INDEX coordination_conferencestep_start_51109553 ON public.coordination_conferencestep USING btree (start)
-- index: coordination_conferencestep_start_51109553_like CREATE INDEX coordination_conferencestep_start_51109553_like ON public.coordination_conferencestep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_conferencestep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_conferencestep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_conferencestep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_conference p)) AND (case_id = ( SELECT p.case_id
   FROM coordination_conference p
  WHERE (p.id = coordination_conferencestep.of_id)))));

-- policy: living_ended
CREATE POLICY living_ended ON public.coordination_conferencestep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.coordination_conferencestep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_conferencestep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM coordination_conference p))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_conferencestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('coordination_conference');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_conferencestep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_conferencestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('coordination_conference');

-- grants
GRANT DELETE ON public.coordination_conferencestep TO samvern_gate;
GRANT INSERT ON public.coordination_conferencestep TO samvern_app;
GRANT INSERT ON public.coordination_conferencestep TO samvern_gate;
GRANT SELECT (case_id) ON public.coordination_conferencestep TO samvern_gate;
GRANT SELECT ON public.coordination_conferencestep TO samvern_app;
