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
-- constraint: coordination_program_made_by_id_13930c30_fk_access_me FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_program_of_id_2072a525_fk_coordinat FOREIGN KEY (of_id) REFERENCES coordination_program(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_programstep_pkey PRIMARY KEY (id)
-- index: coordination_programstep_finish_65d7da49 CREATE INDEX coordination_programstep_finish_65d7da49 ON public.coordination_programstep USING btree (finish)
-- index: coordination_programstep_finish_65d7da49_like CREATE INDEX coordination_programstep_finish_65d7da49_like ON public.coordination_programstep USING btree (finish varchar_pattern_ops)
-- index: coordination_programstep_made_by_id_13930c30 CREATE INDEX coordination_programstep_made_by_id_13930c30 ON public.coordination_programstep USING btree (made_by_id)
-- index: coordination_programstep_move_d7488533 CREATE INDEX coordination_programstep_move_d7488533 ON public.coordination_programstep USING btree (move)
-- index: coordination_programstep_move_d7488533_like CREATE INDEX coordination_programstep_move_d7488533_like ON public.coordination_programstep USING btree (move varchar_pattern_ops)
-- index: coordination_programstep_of_id_2072a525 CREATE INDEX coordination_programstep_of_id_2072a525 ON public.coordination_programstep USING btree (of_id)
-- index: coordination_programstep_pkey CREATE UNIQUE INDEX coordination_programstep_pkey ON public.coordination_programstep USING btree (id)
-- index: coordination_programstep_reason_5f672080 CREATE INDEX coordination_programstep_reason_5f672080 ON public.coordination_programstep USING btree (reason)
-- index: coordination_programstep_reason_5f672080_like CREATE INDEX coordination_programstep_reason_5f672080_like ON public.coordination_programstep USING btree (reason varchar_pattern_ops)
-- index: coordination_programstep_side_e04a9e17 CREATE INDEX coordination_programstep_side_e04a9e17 ON public.coordination_programstep USING btree (side)
-- index: coordination_programstep_side_e04a9e17_like CREATE INDEX coordination_programstep_side_e04a9e17_like ON public.coordination_programstep USING btree (side varchar_pattern_ops)
-- index: coordination_programstep_start_2a82bd05 CREATE INDEX coordination_programstep_start_2a82bd05 ON public.coordination_programstep USING btree (start)
-- index: coordination_programstep_start_2a82bd05_like CREATE INDEX coordination_programstep_start_2a82bd05_like ON public.coordination_programstep USING btree (start varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_programstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.role() AS role) = 'administrator'::text));

-- policy: migration
CREATE POLICY migration ON public.coordination_programstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_programstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((of_id IN ( SELECT t.id
   FROM coordination_program t)));

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_programstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_program');

-- trigger: b_end_program
CREATE TRIGGER b_end_program AFTER INSERT ON public.coordination_programstep FOR EACH ROW WHEN (((new.move)::text = 'end'::text)) EXECUTE FUNCTION gate.end_program();

-- grants
GRANT INSERT ON public.coordination_programstep TO samvern_app;
GRANT SELECT ON public.coordination_programstep TO samvern_app;
