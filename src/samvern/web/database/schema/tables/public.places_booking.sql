-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: beds smallint NOT NULL
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: during tstzrange NOT NULL
-- column: held_until timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: needs_sealed bytea NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: place_id uuid NOT NULL
-- column: receiver_id uuid NOT NULL
-- column: receiver_unit_id uuid
-- column: referral_id uuid
-- column: room_id uuid NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- constraint: booking_bounded CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))
-- constraint: places_booking_beds_check CHECK ((beds >= 0))
-- constraint: places_booking_created_by_id_581e5819_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_booking_organisation_id_8c29bf46_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_booking_pkey PRIMARY KEY (id)
-- constraint: places_booking_place_id_a23cd82b_fk_places_place_id FOREIGN KEY (place_id) REFERENCES places_place(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_booking_receiver_id_3cca9023_fk_access_organisation_id FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_booking_receiver_unit_id_b01cd135_fk_access_unit_id FOREIGN KEY (receiver_unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_booking_room_id_d27a6ff1_fk_places_room_id FOREIGN KEY (room_id) REFERENCES places_room(id) DEFERRABLE INITIALLY DEFERRED
-- index: booking_received CREATE INDEX booking_received ON public.places_booking USING btree (receiver_id, state)
-- index: places_booking_case_id_e3d3ba32 CREATE INDEX places_booking_case_id_e3d3ba32 ON public.places_booking USING btree (case_id)
-- index: places_booking_created_by_id_581e5819 CREATE INDEX places_booking_created_by_id_581e5819 ON public.places_booking USING btree (created_by_id)
-- index: places_booking_organisation_id_8c29bf46 CREATE INDEX places_booking_organisation_id_8c29bf46 ON public.places_booking USING btree (organisation_id)
-- index: places_booking_pkey CREATE UNIQUE INDEX places_booking_pkey ON public.places_booking USING btree (id)
-- index: places_booking_place_id_a23cd82b CREATE INDEX places_booking_place_id_a23cd82b ON public.places_booking USING btree (place_id)
-- index: places_booking_receiver_id_3cca9023 CREATE INDEX places_booking_receiver_id_3cca9023 ON public.places_booking USING btree (receiver_id)
-- index: places_booking_receiver_unit_id_b01cd135 CREATE INDEX places_booking_receiver_unit_id_b01cd135 ON public.places_booking USING btree (receiver_unit_id)
-- index: places_booking_room_id_d27a6ff1 CREATE INDEX places_booking_room_id_d27a6ff1 ON public.places_booking USING btree (room_id)
-- index: places_booking_state_25325bb4 CREATE INDEX places_booking_state_25325bb4 ON public.places_booking USING btree (state)
-- index: places_booking_state_25325bb4_like CREATE INDEX places_booking_state_25325bb4_like ON public.places_booking USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.places_booking AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.places_booking AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_booking AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_booking.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'held'::text)));

-- policy: migration
CREATE POLICY migration ON public.places_booking AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.places_booking AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.places_booking AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_booking AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_booking.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (( SELECT gate.opens('case'::text) AS opens) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_booking FOR EACH ROW WHEN ((((new.state)::text = 'held'::text) OR ((new.state)::text = ANY ((ARRAY['booked'::character varying, 'arrived'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.places_booking FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.places_booking FOR EACH ROW WHEN (((NOT COALESCE((((old.state)::text = 'held'::text) OR ((old.state)::text = ANY ((ARRAY['booked'::character varying, 'arrived'::character varying])::text[]))), false)) AND (((new.state)::text = 'held'::text) OR ((new.state)::text = ANY ((ARRAY['booked'::character varying, 'arrived'::character varying])::text[]))))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_begin
CREATE TRIGGER a_begin BEFORE INSERT ON public.places_booking FOR EACH ROW EXECUTE FUNCTION gate.begin_booking();

-- trigger: b_take
CREATE TRIGGER b_take AFTER INSERT ON public.places_booking FOR EACH ROW EXECUTE FUNCTION gate.take_room();

-- trigger: z_working_receiver_id
CREATE TRIGGER z_working_receiver_id AFTER INSERT ON public.places_booking FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('receiver_id');

-- grants
GRANT DELETE ON public.places_booking TO samvern_gate;
GRANT INSERT ON public.places_booking TO samvern_app;
GRANT SELECT (case_id) ON public.places_booking TO samvern_gate;
GRANT SELECT ON public.places_booking TO samvern_app;
GRANT SELECT ON public.places_booking TO samvern_gate;
GRANT UPDATE (during, room_id, state, state_since) ON public.places_booking TO samvern_gate;
