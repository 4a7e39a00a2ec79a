-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: call_sealed bytea
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: room_id uuid
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- column: until timestamp with time zone
-- column: words_sealed bytea
-- constraint: places_bookingstep_made_by_id_ce99d71e_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_bookingstep_of_id_5bf34da7_fk_places_booking_id FOREIGN KEY (of_id) REFERENCES places_booking(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_bookingstep_pkey PRIMARY KEY (id)
-- constraint: places_bookingstep_room_id_8c68af35_fk_places_room_id FOREIGN KEY (room_id) REFERENCES places_room(id) DEFERRABLE INITIALLY DEFERRED
-- index: places_bookingstep_case_id_e4838522 CREATE INDEX places_bookingstep_case_id_e4838522 ON public.places_bookingstep USING btree (case_id)
-- index: places_bookingstep_finish_6dda6810 CREATE INDEX places_bookingstep_finish_6dda6810 ON public.places_bookingstep USING btree (finish)
-- index: places_bookingstep_finish_6dda6810_like CREATE INDEX places_bookingstep_finish_6dda6810_like ON public.places_bookingstep USING btree (finish varchar_pattern_ops)
-- index: places_bookingstep_made_by_id_ce99d71e CREATE INDEX places_bookingstep_made_by_id_ce99d71e ON public.places_bookingstep USING btree (made_by_id)
-- index: places_bookingstep_move_87b2b754 CREATE INDEX places_bookingstep_move_87b2b754 ON public.places_bookingstep USING btree (move)
-- index: places_bookingstep_move_87b2b754_like CREATE INDEX places_bookingstep_move_87b2b754_like ON public.places_bookingstep USING btree (move varchar_pattern_ops)
-- index: places_bookingstep_of_id_5bf34da7 CREATE INDEX places_bookingstep_of_id_5bf34da7 ON public.places_bookingstep USING btree (of_id)
-- index: places_bookingstep_pkey CREATE UNIQUE INDEX places_bookingstep_pkey ON public.places_bookingstep USING btree (id)
-- index: places_bookingstep_reason_27b69e52 CREATE INDEX places_bookingstep_reason_27b69e52 ON public.places_bookingstep USING btree (reason)
-- index: places_bookingstep_reason_27b69e52_like CREATE INDEX places_bookingstep_reason_27b69e52_like ON public.places_bookingstep USING btree (reason varchar_pattern_ops)
-- index: places_bookingstep_room_id_8c68af35 CREATE INDEX places_bookingstep_room_id_8c68af35 ON public.places_bookingstep USING btree (room_id)
-- index: places_bookingstep_side_b5a20ae5 CREATE INDEX places_bookingstep_side_b5a20ae5 ON public.places_bookingstep USING btree (side)
-- index: places_bookingstep_side_b5a20ae5_like CREATE INDEX places_bookingstep_side_b5a20ae5_like ON public.places_bookingstep USING btree (side varchar_pattern_ops)
-- index: places_bookingstep_start_8c48eb3b CREATE INDEX places_bookingstep_start_8c48eb3b ON public.places_bookingstep USING btree (start)
-- index: places_bookingstep_start_8c48eb3b_like CREATE INDEX places_bookingstep_start_8c48eb3b_like ON public.places_bookingstep USING btree (start varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.places_bookingstep AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.places_bookingstep AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_bookingstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM places_booking b
  WHERE ((b.id = places_bookingstep.of_id) AND (b.case_id = places_bookingstep.case_id))))));

-- policy: living_ended
CREATE POLICY living_ended ON public.places_bookingstep AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: migration
CREATE POLICY migration ON public.places_bookingstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_bookingstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT b.id
   FROM places_booking b))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_bookingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('places_booking');

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.places_bookingstep FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.places_bookingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('places_booking');

-- trigger: b_follow
CREATE TRIGGER b_follow AFTER INSERT ON public.places_bookingstep FOR EACH ROW EXECUTE FUNCTION gate.follow_booking();

-- grants
GRANT DELETE ON public.places_bookingstep TO samvern_gate;
GRANT INSERT ON public.places_bookingstep TO samvern_app;
GRANT INSERT ON public.places_bookingstep TO samvern_gate;
GRANT SELECT (case_id) ON public.places_bookingstep TO samvern_gate;
GRANT SELECT ON public.places_bookingstep TO samvern_app;
