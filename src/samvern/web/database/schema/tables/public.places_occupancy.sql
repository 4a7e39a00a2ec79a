-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: booking_id uuid
-- column: case_id uuid
-- column: created_at timestamp with time zone NOT NULL
-- column: during tstzrange NOT NULL
-- column: id uuid NOT NULL
-- column: live boolean NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: room_id uuid NOT NULL
-- column: why character varying(20) NOT NULL
-- constraint: occupancy_bounded CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))
-- constraint: occupancy_of_one CHECK (((booking_id IS NULL) = ((why)::text <> ''::text)))
-- constraint: places_occupancy_booking_id_4ff4e694_fk_places_booking_id FOREIGN KEY (booking_id) REFERENCES places_booking(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_occupancy_organisation_id_1a3f574e_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_occupancy_pkey PRIMARY KEY (id)
-- constraint: places_occupancy_room_id_aa027d26_fk_places_room_id FOREIGN KEY (room_id) REFERENCES places_room(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: room_taken_once EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (live)
-- index: occupancy_of_booking CREATE INDEX occupancy_of_booking ON public.places_occupancy USING btree (booking_id) WHERE live
-- index: places_occupancy_booking_id_4ff4e694 CREATE INDEX places_occupancy_booking_id_4ff4e694 ON public.places_occupancy USING btree (booking_id)
-- index: places_occupancy_case_id_5a04ad18 CREATE INDEX places_occupancy_case_id_5a04ad18 ON public.places_occupancy USING btree (case_id)
-- index: places_occupancy_organisation_id_1a3f574e CREATE INDEX places_occupancy_organisation_id_1a3f574e ON public.places_occupancy USING btree (organisation_id)
-- index: places_occupancy_pkey CREATE UNIQUE INDEX places_occupancy_pkey ON public.places_occupancy USING btree (id)
-- index: places_occupancy_room_id_aa027d26 CREATE INDEX places_occupancy_room_id_aa027d26 ON public.places_occupancy USING btree (room_id)
-- index: room_taken_once CREATE INDEX room_taken_once ON public.places_occupancy USING gist (room_id, during) WHERE live

-- policy: erasing
CREATE POLICY erasing ON public.places_occupancy AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.places_occupancy AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.places_occupancy AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate_write
CREATE POLICY samvern_gate_write ON public.places_occupancy AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true)
    WITH CHECK (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_occupancy AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (room_id IN ( SELECT r.id
   FROM places_room r)) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.places_occupancy FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: c_free
CREATE TRIGGER c_free AFTER UPDATE ON public.places_occupancy FOR EACH ROW WHEN ((old.live AND ((NOT new.live) OR (upper(new.during) < upper(old.during))))) EXECUTE FUNCTION gate.free_room();

-- grants
GRANT DELETE ON public.places_occupancy TO samvern_gate;
GRANT INSERT ON public.places_occupancy TO samvern_gate;
GRANT SELECT (case_id) ON public.places_occupancy TO samvern_gate;
GRANT SELECT ON public.places_occupancy TO samvern_app;
GRANT SELECT ON public.places_occupancy TO samvern_gate;
GRANT UPDATE ON public.places_occupancy TO samvern_gate;
