-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: address_protected boolean NOT NULL DEFAULT false
-- column: age_decided_by_id uuid
-- column: age_ground_sealed bytea
-- column: age_seen character varying(10) NOT NULL
-- column: age_told character varying(10) NOT NULL DEFAULT 'unknown'::character varying
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: exploited_as_child boolean
-- column: id uuid NOT NULL
-- column: initials_sealed bytea
-- column: number smallint NOT NULL
-- column: own_case_id uuid
-- column: role_in_case character varying(20) NOT NULL
-- column: version integer NOT NULL
-- constraint: cases_person_age_decided_by_id_2d2b2fde_fk_access_member_id FOREIGN KEY (age_decided_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_person_case_id_f23bcf23_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_person_created_by_id_8b3ae352_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_person_number_check CHECK ((number >= 0))
-- constraint: cases_person_pkey PRIMARY KEY (id)
-- constraint: cases_person_version_check CHECK ((version >= 0))
-- constraint: person_number UNIQUE (case_id, number)
-- index: cases_person_age_decided_by_id_2d2b2fde CREATE INDEX cases_person_age_decided_by_id_2d2b2fde ON public.cases_person USING btree (age_decided_by_id)
-- index: cases_person_case_id_f23bcf23 CREATE INDEX cases_person_case_id_f23bcf23 ON public.cases_person USING btree (case_id)
-- index: cases_person_created_by_id_8b3ae352 CREATE INDEX cases_person_created_by_id_8b3ae352 ON public.cases_person USING btree (created_by_id)
-- index: cases_person_pkey CREATE UNIQUE INDEX cases_person_pkey ON public.cases_person USING btree (id)
-- index: person_number CREATE UNIQUE INDEX person_number ON public.cases_person USING btree (case_id, number)

-- policy: erasing
CREATE POLICY erasing ON public.cases_person AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_person AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_person AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_person AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: protecting
CREATE POLICY protecting ON public.cases_person AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_person AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_person AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_person AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_person FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_person FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,role_in_case,initials_sealed,age_seen,age_ground_sealed,age_told,exploited_as_child,age_decided_by_id', 'own_case_id', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- grants
GRANT DELETE ON public.cases_person TO samvern_gate;
GRANT INSERT ON public.cases_person TO samvern_app;
GRANT SELECT (case_id, id, number) ON public.cases_person TO samvern_gate;
GRANT SELECT ON public.cases_person TO samvern_app;
GRANT SELECT ON public.cases_person TO samvern_gate;
GRANT UPDATE (address_protected) ON public.cases_person TO samvern_gate;
GRANT UPDATE ON public.cases_person TO samvern_app;
