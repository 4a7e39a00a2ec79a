-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: email character varying(254) NOT NULL
-- column: id integer NOT NULL IDENTITY
-- column: primary boolean NOT NULL
-- column: user_id uuid NOT NULL
-- column: verified boolean NOT NULL
-- constraint: account_emailaddress_pkey PRIMARY KEY (id)
-- constraint: account_emailaddress_user_id_2c513194_fk_access_user_id FOREIGN KEY (user_id) REFERENCES access_user(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email)
-- index: account_emailaddress_email_03be32b2 CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email)
-- index: account_emailaddress_email_03be32b2_like CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops)
-- index: account_emailaddress_pkey CREATE UNIQUE INDEX account_emailaddress_pkey ON public.account_emailaddress USING btree (id)
-- index: account_emailaddress_user_id_2c513194 CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id)
-- index: account_emailaddress_user_id_email_987c8728_uniq CREATE UNIQUE INDEX account_emailaddress_user_id_email_987c8728_uniq ON public.account_emailaddress USING btree (user_id, email)
-- index: unique_primary_email CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary"
-- index: unique_verified_email CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified

-- policy: migration
CREATE POLICY migration ON public.account_emailaddress AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: self
CREATE POLICY self ON public.account_emailaddress AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((user_id = ( SELECT gate.self() AS self)));

-- grants
GRANT SELECT ON public.account_emailaddress TO samvern_app;
