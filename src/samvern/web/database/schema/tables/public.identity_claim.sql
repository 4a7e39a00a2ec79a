-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: confidence character varying(20) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: end_sealed bytea
-- column: ended_at timestamp with time zone
-- column: ended_by_id uuid
-- column: id uuid NOT NULL
-- column: kind character varying(20) NOT NULL
-- column: person_id uuid NOT NULL
-- column: replaced_by_id uuid
-- column: since date
-- column: source character varying(20) NOT NULL
-- column: until date
-- column: value_sealed bytea NOT NULL
-- constraint: identity_claim_created_by_id_2ed05f51_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_claim_ended_by_id_db11e3d3_fk_access_member_id FOREIGN KEY (ended_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_claim_pkey PRIMARY KEY (id)
-- index: identity_claim_case_id_a833e191 CREATE INDEX identity_claim_case_id_a833e191 ON public.identity_claim USING btree (case_id)
-- index: identity_claim_created_by_id_2ed05f51 CREATE INDEX identity_claim_created_by_id_2ed05f51 ON public.identity_claim USING btree (created_by_id)
-- index: identity_claim_ended_by_id_db11e3d3 CREATE INDEX identity_claim_ended_by_id_db11e3d3 ON public.identity_claim USING btree (ended_by_id)
-- index: identity_claim_person_id_072662dc CREATE INDEX identity_claim_person_id_072662dc ON public.identity_claim USING btree (person_id)
-- index: identity_claim_pkey CREATE UNIQUE INDEX identity_claim_pkey ON public.identity_claim USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.identity_claim AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.identity_claim AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.identity_claim AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: living_seen
CREATE POLICY living_seen ON public.identity_claim AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.identity_claim AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.identity_claim AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('identity'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('identity'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.identity_claim AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.identity_claim FOR EACH ROW WHEN (false) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_claim FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.identity_claim FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('', 'ended_at,ended_by_id,end_sealed,replaced_by_id', '');

-- trigger: forget
CREATE TRIGGER forget AFTER UPDATE ON public.identity_claim FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION gate.forget_claim();

-- grants
GRANT DELETE ON public.identity_claim TO samvern_gate;
GRANT INSERT ON public.identity_claim TO samvern_app;
GRANT SELECT (case_id, ended_at, id, kind) ON public.identity_claim TO samvern_gate;
GRANT SELECT ON public.identity_claim TO samvern_app;
GRANT UPDATE ON public.identity_claim TO samvern_app;
