-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: address_sealed bytea
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: place_id uuid NOT NULL
-- column: version integer NOT NULL
-- constraint: places_placeaddress_created_by_id_7794394a_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_placeaddress_organisation_id_eb9c2c24_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_placeaddress_pkey PRIMARY KEY (id)
-- constraint: places_placeaddress_place_id_acf96ace_fk_places_place_id FOREIGN KEY (place_id) REFERENCES places_place(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_placeaddress_place_id_key UNIQUE (place_id)
-- constraint: places_placeaddress_version_check CHECK ((version >= 0))
-- index: places_placeaddress_created_by_id_7794394a CREATE INDEX places_placeaddress_created_by_id_7794394a ON public.places_placeaddress USING btree (created_by_id)
-- index: places_placeaddress_organisation_id_eb9c2c24 CREATE INDEX places_placeaddress_organisation_id_eb9c2c24 ON public.places_placeaddress USING btree (organisation_id)
-- index: places_placeaddress_pkey CREATE UNIQUE INDEX places_placeaddress_pkey ON public.places_placeaddress USING btree (id)
-- index: places_placeaddress_place_id_key CREATE UNIQUE INDEX places_placeaddress_place_id_key ON public.places_placeaddress USING btree (place_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_placeaddress AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.places_placeaddress AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.places_placeaddress AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_placeaddress AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((id = ANY (( SELECT gate.place_addresses() AS place_addresses)::uuid[])));

-- policy: told
CREATE POLICY told ON public.places_placeaddress AS RESTRICTIVE FOR SELECT TO samvern_app
    USING ((id = ANY (( SELECT gate.looked_at('place.address'::text) AS looked_at)::uuid[])));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.places_placeaddress AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND (id = ANY (( SELECT gate.place_addresses() AS place_addresses)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND (id = ANY (( SELECT gate.place_addresses() AS place_addresses)::uuid[])) AND true));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.places_placeaddress FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,address_sealed', '', '');

-- trigger: look_at_own
CREATE TRIGGER look_at_own AFTER INSERT ON public.places_placeaddress FOR EACH ROW EXECUTE FUNCTION gate.look_at_own_place();

-- grants
GRANT INSERT ON public.places_placeaddress TO samvern_app;
GRANT SELECT ON public.places_placeaddress TO samvern_app;
GRANT SELECT ON public.places_placeaddress TO samvern_gate;
GRANT UPDATE ON public.places_placeaddress TO samvern_app;
