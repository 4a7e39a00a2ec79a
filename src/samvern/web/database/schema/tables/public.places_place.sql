-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: accessible boolean
-- column: active boolean NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: children boolean
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: district character varying(40) NOT NULL
-- column: id uuid NOT NULL
-- column: intake_from smallint
-- column: intake_until smallint
-- column: keeps_from character varying(40)[] NOT NULL
-- column: kind character varying(30) NOT NULL
-- column: languages character varying(5)[] NOT NULL
-- column: name character varying(120) NOT NULL
-- column: notes_sealed bytea
-- column: oldest smallint
-- column: organisation_id uuid NOT NULL
-- column: policy character varying(20) NOT NULL
-- column: region character varying(60) NOT NULL
-- column: security smallint NOT NULL
-- column: sexes character varying(10)[] NOT NULL
-- column: staffed character varying(20) NOT NULL
-- column: unit_id uuid
-- column: version integer NOT NULL
-- column: youngest smallint
-- constraint: places_place_created_by_id_eadad60c_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_place_intake_from_check CHECK ((intake_from >= 0))
-- constraint: places_place_intake_until_check CHECK ((intake_until >= 0))
-- constraint: places_place_oldest_check CHECK ((oldest >= 0))
-- constraint: places_place_organisation_id_856c1539_fk_access_organisation_id FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_place_pkey PRIMARY KEY (id)
-- constraint: places_place_security_check CHECK ((security >= 0))
-- constraint: places_place_unit_id_98cded36_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_place_version_check CHECK ((version >= 0))
-- constraint: places_place_youngest_check CHECK ((youngest >= 0))
-- index: places_place_created_by_id_eadad60c CREATE INDEX places_place_created_by_id_eadad60c ON public.places_place USING btree (created_by_id)
-- index: places_place_district_8cc018cf CREATE INDEX places_place_district_8cc018cf ON public.places_place USING btree (district)
-- index: places_place_district_8cc018cf_like CREATE INDEX places_place_district_8cc018cf_like ON public.places_place USING btree (district varchar_pattern_ops)
-- index: places_place_organisation_id_856c1539 CREATE INDEX places_place_organisation_id_856c1539 ON public.places_place USING btree (organisation_id)
-- index: places_place_pkey CREATE UNIQUE INDEX places_place_pkey ON public.places_place USING btree (id)
-- index: places_place_unit_id_98cded36 CREATE INDEX places_place_unit_id_98cded36 ON public.places_place USING btree (unit_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_place AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.places_place AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.places_place AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_place AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.places_place AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.places_place FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,name,kind,region,district,keeps_from,sexes,youngest,oldest,children,accessible,languages,security,staffed,policy,intake_from,intake_until,active,notes_sealed,unit_id', '', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.places_place FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- grants
GRANT INSERT ON public.places_place TO samvern_app;
GRANT SELECT ON public.places_place TO samvern_app;
GRANT SELECT ON public.places_place TO samvern_gate;
GRANT UPDATE ON public.places_place TO samvern_app;
