-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: active boolean NOT NULL
-- column: beds smallint NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: freed_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: label character varying(40) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: place_id uuid NOT NULL
-- constraint: places_room_beds_check CHECK ((beds >= 0))
-- constraint: places_room_organisation_id_c0f70b3c_fk_access_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_room_pkey PRIMARY KEY (id)
-- constraint: places_room_place_id_f0620203_fk_places_place_id FOREIGN KEY (place_id) REFERENCES places_place(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: room_label UNIQUE (place_id, label)
-- index: places_room_organisation_id_c0f70b3c CREATE INDEX places_room_organisation_id_c0f70b3c ON public.places_room USING btree (organisation_id)
-- index: places_room_pkey CREATE UNIQUE INDEX places_room_pkey ON public.places_room USING btree (id)
-- index: places_room_place_id_f0620203 CREATE INDEX places_room_place_id_f0620203 ON public.places_room USING btree (place_id)
-- index: room_label CREATE UNIQUE INDEX room_label ON public.places_room USING btree (place_id, label)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_room AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND true AND true));

-- policy: migration
CREATE POLICY migration ON public.places_room AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.places_room AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_lock
CREATE POLICY samvern_gate_lock ON public.places_room AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_room AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.places_room AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND true));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.places_room FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('label,beds,active', '', '');

-- trigger: c_free
CREATE TRIGGER c_free AFTER UPDATE OF active ON public.places_room FOR EACH ROW WHEN ((new.active AND (NOT old.active))) EXECUTE FUNCTION gate.free_room();

-- grants
GRANT INSERT ON public.places_room TO samvern_app;
GRANT SELECT ON public.places_room TO samvern_app;
GRANT SELECT ON public.places_room TO samvern_gate;
GRANT UPDATE (freed_at) ON public.places_room TO samvern_gate;
GRANT UPDATE ON public.places_room TO samvern_app;
