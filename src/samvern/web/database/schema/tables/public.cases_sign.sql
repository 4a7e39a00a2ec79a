-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: rules character varying(60)[] NOT NULL
-- column: version integer NOT NULL
-- constraint: cases_sign_case_id_c22e87d2_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_sign_created_by_id_3990791d_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_sign_person_id_22587531_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_sign_pkey PRIMARY KEY (id)
-- constraint: cases_sign_version_check CHECK ((version >= 0))
-- constraint: one_sign UNIQUE (person_id)
-- index: cases_sign_case_id_c22e87d2 CREATE INDEX cases_sign_case_id_c22e87d2 ON public.cases_sign USING btree (case_id)
-- index: cases_sign_created_by_id_3990791d CREATE INDEX cases_sign_created_by_id_3990791d ON public.cases_sign USING btree (created_by_id)
-- index: cases_sign_person_id_22587531 CREATE INDEX cases_sign_person_id_22587531 ON public.cases_sign USING btree (person_id)
-- index: cases_sign_pkey CREATE UNIQUE INDEX cases_sign_pkey ON public.cases_sign USING btree (id)
-- index: one_sign CREATE UNIQUE INDEX one_sign ON public.cases_sign USING btree (person_id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_sign AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_sign AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_sign AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_sign AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_sign AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_sign AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('rights'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('rights'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_sign AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_sign FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_sign FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,rules', '', '');

-- grants
GRANT DELETE ON public.cases_sign TO samvern_gate;
GRANT INSERT ON public.cases_sign TO samvern_app;
GRANT SELECT (case_id, person_id, rules) ON public.cases_sign TO samvern_gate;
GRANT SELECT ON public.cases_sign TO samvern_app;
GRANT UPDATE ON public.cases_sign TO samvern_app;
