-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: asked_by_id uuid NOT NULL
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: expires_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: purpose character varying(60) NOT NULL
-- constraint: identity_inquiry_asked_by_id_de465971_fk_access_member_id FOREIGN KEY (asked_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_inquiry_pkey PRIMARY KEY (id)
-- index: identity_inquiry_asked_by_id_de465971 CREATE INDEX identity_inquiry_asked_by_id_de465971 ON public.identity_inquiry USING btree (asked_by_id)
-- index: identity_inquiry_case_id_fea7b3e5 CREATE INDEX identity_inquiry_case_id_fea7b3e5 ON public.identity_inquiry USING btree (case_id)
-- index: identity_inquiry_pkey CREATE UNIQUE INDEX identity_inquiry_pkey ON public.identity_inquiry USING btree (id)
-- index: identity_inquiry_purpose_6db0d192 CREATE INDEX identity_inquiry_purpose_6db0d192 ON public.identity_inquiry USING btree (purpose)
-- index: identity_inquiry_purpose_6db0d192_like CREATE INDEX identity_inquiry_purpose_6db0d192_like ON public.identity_inquiry USING btree (purpose varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.identity_inquiry AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.identity_inquiry AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.identity_inquiry AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.identity_inquiry AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true)
    WITH CHECK (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.identity_inquiry AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_inquiry.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.identity_inquiry FOR EACH ROW WHEN ((new.expires_at > statement_timestamp())) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_inquiry FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.identity_inquiry FOR EACH ROW WHEN (((NOT COALESCE((old.expires_at > statement_timestamp()), false)) AND (new.expires_at > statement_timestamp()))) EXECUTE FUNCTION gate.needs_open_case();

-- grants
GRANT DELETE ON public.identity_inquiry TO samvern_gate;
GRANT INSERT ON public.identity_inquiry TO samvern_gate;
GRANT SELECT (case_id) ON public.identity_inquiry TO samvern_gate;
GRANT SELECT ON public.identity_inquiry TO samvern_app;
GRANT SELECT ON public.identity_inquiry TO samvern_gate;
GRANT UPDATE ON public.identity_inquiry TO samvern_gate;
