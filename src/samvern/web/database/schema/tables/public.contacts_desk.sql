-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: actor_code character varying(60) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: days smallint NOT NULL
-- column: id uuid NOT NULL
-- column: is_open boolean NOT NULL
-- column: name character varying(120) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: topics character varying(16)[] NOT NULL
-- column: unit_id uuid NOT NULL
-- constraint: contacts_desk_days_check CHECK ((days >= 0))
-- constraint: contacts_desk_organisation_id_228dbccc_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_desk_pkey PRIMARY KEY (id)
-- constraint: contacts_desk_unit_id_28798a24_fk_access_unit_id FOREIGN KEY (unit_id) REFERENCES access_unit(id) DEFERRABLE INITIALLY DEFERRED
-- index: contacts_desk_actor_code_5b9abbaf CREATE INDEX contacts_desk_actor_code_5b9abbaf ON public.contacts_desk USING btree (actor_code)
-- index: contacts_desk_actor_code_5b9abbaf_like CREATE INDEX contacts_desk_actor_code_5b9abbaf_like ON public.contacts_desk USING btree (actor_code varchar_pattern_ops)
-- index: contacts_desk_organisation_id_228dbccc CREATE INDEX contacts_desk_organisation_id_228dbccc ON public.contacts_desk USING btree (organisation_id)
-- index: contacts_desk_pkey CREATE UNIQUE INDEX contacts_desk_pkey ON public.contacts_desk USING btree (id)
-- index: contacts_desk_unit_id_28798a24 CREATE INDEX contacts_desk_unit_id_28798a24 ON public.contacts_desk USING btree (unit_id)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_desk AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND true));

-- policy: migration
CREATE POLICY migration ON public.contacts_desk AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_desk AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_desk AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.member() AS member) IS NOT NULL));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.contacts_desk AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))))
    WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.contacts_desk FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('name,actor_code,topics,days,is_open,unit_id', '', '');

-- grants
GRANT INSERT ON public.contacts_desk TO samvern_app;
GRANT SELECT ON public.contacts_desk TO samvern_app;
GRANT SELECT ON public.contacts_desk TO samvern_gate;
GRANT UPDATE ON public.contacts_desk TO samvern_app;
