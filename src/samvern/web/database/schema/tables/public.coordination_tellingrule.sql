-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: digest_at time without time zone
-- column: id uuid NOT NULL
-- column: language character varying(8) NOT NULL
-- column: letters character varying(12) NOT NULL
-- column: member_id uuid NOT NULL
-- column: quiet_from time without time zone
-- column: quiet_to time without time zone
-- column: quiet_weekends boolean NOT NULL
-- column: urgent_passes boolean NOT NULL
-- constraint: coordination_tellingrule_member_id_98eb430f_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_tellingrule_member_id_key UNIQUE (member_id)
-- constraint: coordination_tellingrule_pkey PRIMARY KEY (id)
-- index: coordination_tellingrule_member_id_key CREATE UNIQUE INDEX coordination_tellingrule_member_id_key ON public.coordination_tellingrule USING btree (member_id)
-- index: coordination_tellingrule_pkey CREATE UNIQUE INDEX coordination_tellingrule_pkey ON public.coordination_tellingrule USING btree (id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_tellingrule AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((member_id = ( SELECT gate.member() AS member)) AND true AND true));

-- policy: migration
CREATE POLICY migration ON public.coordination_tellingrule AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_tellingrule AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.coordination_tellingrule AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)))
    WITH CHECK (((member_id = ( SELECT gate.member() AS member)) AND true));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.coordination_tellingrule FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('letters,digest_at,quiet_from,quiet_to,quiet_weekends,urgent_passes,language', '', '');

-- grants
GRANT INSERT ON public.coordination_tellingrule TO samvern_app;
GRANT SELECT ON public.coordination_tellingrule TO samvern_app;
GRANT UPDATE ON public.coordination_tellingrule TO samvern_app;
