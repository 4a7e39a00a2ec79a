-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: is_active boolean NOT NULL
-- column: last_login timestamp with time zone
-- column: login character varying(150) NOT NULL
-- column: password character varying(128) NOT NULL
-- column: synthetic boolean NOT NULL
-- constraint: access_user_login_key UNIQUE (login)
-- constraint: access_user_pkey PRIMARY KEY (id)
-- index: access_user_login_d27f1efd_like CREATE INDEX access_user_login_d27f1efd_like ON public.access_user USING btree (login varchar_pattern_ops)
-- index: access_user_login_key CREATE UNIQUE INDEX access_user_login_key ON public.access_user USING btree (login)
-- index: access_user_pkey CREATE UNIQUE INDEX access_user_pkey ON public.access_user USING btree (id)

-- policy: migration
CREATE POLICY migration ON public.access_user AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_user AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.access_user AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: self
CREATE POLICY self ON public.access_user AS PERMISSIVE FOR ALL TO samvern_app
    USING ((id = ( SELECT gate.self() AS self)));

-- grants
GRANT INSERT ON public.access_user TO samvern_gate;
GRANT SELECT (id, is_active, last_login, login, synthetic) ON public.access_user TO samvern_gate;
GRANT SELECT ON public.access_user TO samvern_app;
GRANT UPDATE (last_login, password) ON public.access_user TO samvern_app;
