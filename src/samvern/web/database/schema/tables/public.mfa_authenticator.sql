-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: data jsonb NOT NULL
-- column: id bigint NOT NULL IDENTITY
-- column: last_used_at timestamp with time zone
-- column: mac bytea
-- column: type character varying(20) NOT NULL
-- column: user_id uuid NOT NULL
-- constraint: mfa_authenticator_pkey PRIMARY KEY (id)
-- constraint: mfa_authenticator_user_id_0c3a50c0_fk_access_user_id FOREIGN KEY (user_id) REFERENCES access_user(id) DEFERRABLE INITIALLY DEFERRED
-- index: mfa_authenticator_pkey CREATE UNIQUE INDEX mfa_authenticator_pkey ON public.mfa_authenticator USING btree (id)
-- index: mfa_authenticator_user_id_0c3a50c0 CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id)
-- index: unique_authenticator_type CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]))

-- policy: migration
CREATE POLICY migration ON public.mfa_authenticator AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.mfa_authenticator AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: self
CREATE POLICY self ON public.mfa_authenticator AS PERMISSIVE FOR ALL TO samvern_app
    USING (((user_id = ( SELECT gate.self() AS self)) AND (id <> ALL (( SELECT gate.forged_factors() AS forged_factors)::bigint[]))));

-- trigger: guard_factor
CREATE TRIGGER guard_factor BEFORE INSERT OR DELETE OR UPDATE ON public.mfa_authenticator FOR EACH ROW WHEN ((CURRENT_USER = 'samvern_app'::name)) EXECUTE FUNCTION gate.guard_factor();

-- trigger: seal_factor
CREATE TRIGGER seal_factor BEFORE INSERT OR UPDATE ON public.mfa_authenticator FOR EACH ROW EXECUTE FUNCTION gate.seal_factor();

-- grants
GRANT DELETE ON public.mfa_authenticator TO samvern_app;
GRANT INSERT ON public.mfa_authenticator TO samvern_app;
GRANT SELECT ON public.mfa_authenticator TO samvern_app;
GRANT SELECT ON public.mfa_authenticator TO samvern_gate;
GRANT UPDATE ON public.mfa_authenticator TO samvern_app;
