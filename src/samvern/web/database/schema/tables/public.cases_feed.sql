-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- column: secret_hash bytea NOT NULL
-- constraint: cases_feed_member_id_c6cf9112_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_feed_member_id_key UNIQUE (member_id)
-- constraint: cases_feed_pkey PRIMARY KEY (id)
-- constraint: cases_feed_secret_hash_key UNIQUE (secret_hash)
-- index: cases_feed_member_id_key CREATE UNIQUE INDEX cases_feed_member_id_key ON public.cases_feed USING btree (member_id)
-- index: cases_feed_pkey CREATE UNIQUE INDEX cases_feed_pkey ON public.cases_feed USING btree (id)
-- index: cases_feed_secret_hash_key CREATE UNIQUE INDEX cases_feed_secret_hash_key ON public.cases_feed USING btree (secret_hash)

-- policy: delete_samvern_app
CREATE POLICY delete_samvern_app ON public.cases_feed AS PERMISSIVE FOR DELETE TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)));

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_feed AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((member_id = ( SELECT gate.member() AS member)) AND true AND true));

-- policy: migration
CREATE POLICY migration ON public.cases_feed AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_feed AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_feed AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_feed AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)))
    WITH CHECK (((member_id = ( SELECT gate.member() AS member)) AND true));

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_feed FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('', '', '');

-- grants
GRANT DELETE ON public.cases_feed TO samvern_app;
GRANT INSERT ON public.cases_feed TO samvern_app;
GRANT SELECT ON public.cases_feed TO samvern_app;
GRANT SELECT ON public.cases_feed TO samvern_gate;
GRANT UPDATE ON public.cases_feed TO samvern_app;
