-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: accessible boolean
-- column: active boolean NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: hours jsonb NOT NULL
-- column: id uuid NOT NULL
-- column: languages character varying(40)[] NOT NULL
-- column: name character varying(120) NOT NULL
-- column: needs character varying(30)[] NOT NULL
-- column: oldest smallint
-- column: organisation_id uuid NOT NULL
-- column: phone character varying(40) NOT NULL DEFAULT ''::character varying
-- column: phone_hours character varying(80) NOT NULL DEFAULT ''::character varying
-- column: regions character varying(60)[] NOT NULL
-- column: round_the_clock boolean NOT NULL
-- column: sexes character varying(12)[] NOT NULL
-- column: unit_id uuid
-- column: version integer NOT NULL
-- column: with_children boolean
-- column: words character varying(600) NOT NULL
-- column: youngest smallint
-- constraint: referrals_service_oldest_check CHECK ((oldest >= 0))
-- constraint: referrals_service_organisation_id_c0efbee6_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_service_pkey PRIMARY KEY (id)
-- constraint: referrals_service_unit_id_4b1598c1_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_service_version_check CHECK ((version >= 0))
-- constraint: referrals_service_youngest_check CHECK ((youngest >= 0))
-- index: referrals_service_organisation_id_c0efbee6 CREATE INDEX referrals_service_organisation_id_c0efbee6 ON public.referrals_service USING btree (organisation_id)
-- index: referrals_service_pkey CREATE UNIQUE INDEX referrals_service_pkey ON public.referrals_service USING btree (id)
-- index: referrals_service_unit_id_4b1598c1 CREATE INDEX referrals_service_unit_id_4b1598c1 ON public.referrals_service USING btree (unit_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_service AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))) AND true));

-- policy: migration
CREATE POLICY migration ON public.referrals_service AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_service AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.member() AS member) IS NOT NULL));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.referrals_service AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))))
    WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.referrals_service FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,name,words,needs,regions,sexes,youngest,oldest,with_children,languages,accessible,phone,phone_hours,round_the_clock,hours,active,unit_id', '', '');

-- grants
GRANT INSERT ON public.referrals_service TO samvern_app;
GRANT SELECT ON public.referrals_service TO samvern_app;
GRANT UPDATE ON public.referrals_service TO samvern_app;
