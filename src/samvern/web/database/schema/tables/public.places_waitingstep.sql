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
-- constraint: places_waitingstep_made_by_id_d5088477_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_waitingstep_of_id_d5ea8610_fk_places_waiting_id FOREIGN KEY (of_id) REFERENCES places_waiting(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_waitingstep_pkey PRIMARY KEY (id)
-- index: places_waitingstep_case_id_a015b0e1 CREATE INDEX places_waitingstep_case_id_a015b0e1 ON public.places_waitingstep USING btree (case_id)
-- index: places_waitingstep_finish_d5b1bea3 CREATE INDEX places_waitingstep_finish_d5b1bea3 ON public.places_waitingstep USING btree (finish)
-- index: places_waitingstep_finish_d5b1bea3_like CREATE INDEX places_waitingstep_finish_d5b1bea3_like ON public.places_waitingstep USING btree (finish varchar_pattern_ops)
-- index: places_waitingstep_made_by_id_d5088477 CREATE INDEX places_waitingstep_made_by_id_d5088477 ON public.places_waitingstep USING btree (made_by_id)
-- index: places_waitingstep_move_62dfb278 CREATE INDEX places_waitingstep_move_62dfb278 ON public.places_waitingstep USING btree (move)
-- index: places_waitingstep_move_62dfb278_like CREATE INDEX places_waitingstep_move_62dfb278_like ON public.places_waitingstep USING btree (move varchar_pattern_ops)
-- index: places_waitingstep_of_id_d5ea8610 CREATE INDEX places_waitingstep_of_id_d5ea8610 ON public.places_waitingstep USING btree (of_id)
-- index: places_waitingstep_pkey CREATE UNIQUE INDEX places_waitingstep_pkey ON public.places_waitingstep USING btree (id)
-- index: places_waitingstep_reason_7bc8f3e4 CREATE INDEX places_waitingstep_reason_7bc8f3e4 ON public.places_waitingstep USING btree (reason)
-- index: places_waitingstep_reason_7bc8f3e4_like CREATE INDEX places_waitingstep_reason_7bc8f3e4_like ON public.places_waitingstep USING btree (reason varchar_pattern_ops)
-- index: places_waitingstep_side_3d6f0ab3 CREATE INDEX places_waitingstep_side_3d6f0ab3 ON public.places_waitingstep USING btree (side)
-- index: places_waitingstep_side_3d6f0ab3_like CREATE INDEX places_waitingstep_side_3d6f0ab3_like ON public.places_waitingstep USING btree (side varchar_pattern_ops)
-- index: places_waitingstep_start_c4129d32 CREATE INDEX places_waitingstep_start_c4129d32 ON public.places_waitingstep USING btree (start)
-- index: places_waitingstep_start_c4129d32_like CREATE INDEX places_waitingstep_start_c4129d32_like ON public.places_waitingstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.places_waitingstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.places_waitingstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_waitingstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_waitingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member))));

-- policy: living_ended
CREATE POLICY living_ended ON public.places_waitingstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.places_waitingstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_waitingstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_waitingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_waitingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('places_waiting');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.places_waitingstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.places_waitingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('places_waiting');

-- grants
GRANT DELETE ON public.places_waitingstep TO samvern_gate;
GRANT INSERT ON public.places_waitingstep TO samvern_app;
GRANT INSERT ON public.places_waitingstep TO samvern_gate;
GRANT SELECT (case_id) ON public.places_waitingstep TO samvern_gate;
GRANT SELECT ON public.places_waitingstep TO samvern_app;
