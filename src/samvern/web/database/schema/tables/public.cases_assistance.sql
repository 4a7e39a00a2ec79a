-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: ground character varying(40) NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(60) NOT NULL
-- column: person_id uuid NOT NULL
-- column: provider_sealed bytea NOT NULL
-- column: since date
-- column: state character varying(12) NOT NULL
-- column: until date
-- column: version integer NOT NULL
-- column: words_sealed bytea
-- constraint: cases_assistance_case_id_c2a6f942_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assistance_created_by_id_b9104159_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assistance_person_id_b08f9016_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assistance_pkey PRIMARY KEY (id)
-- constraint: cases_assistance_version_check CHECK ((version >= 0))
-- index: cases_assistance_case_id_c2a6f942 CREATE INDEX cases_assistance_case_id_c2a6f942 ON public.cases_assistance USING btree (case_id)
-- index: cases_assistance_created_by_id_b9104159 CREATE INDEX cases_assistance_created_by_id_b9104159 ON public.cases_assistance USING btree (created_by_id)
-- index: cases_assistance_ground_a72af92f CREATE INDEX cases_assistance_ground_a72af92f ON public.cases_assistance USING btree (ground)
-- index: cases_assistance_ground_a72af92f_like CREATE INDEX cases_assistance_ground_a72af92f_like ON public.cases_assistance USING btree (ground varchar_pattern_ops)
-- index: cases_assistance_kind_702906f5 CREATE INDEX cases_assistance_kind_702906f5 ON public.cases_assistance USING btree (kind)
-- index: cases_assistance_kind_702906f5_like CREATE INDEX cases_assistance_kind_702906f5_like ON public.cases_assistance USING btree (kind varchar_pattern_ops)
-- index: cases_assistance_person_id_b08f9016 CREATE INDEX cases_assistance_person_id_b08f9016 ON public.cases_assistance USING btree (person_id)
-- index: cases_assistance_pkey CREATE UNIQUE INDEX cases_assistance_pkey ON public.cases_assistance USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_assistance AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_assistance AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_assistance AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('assistance'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_assistance AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_assistance AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('assistance'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('assistance'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_assistance AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('assistance'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('assistance'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_assistance FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_assistance FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,provider_sealed,state,since,until,ground,words_sealed', '', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_assistance FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('assistance');

-- grants
GRANT DELETE ON public.cases_assistance TO samvern_gate;
GRANT INSERT ON public.cases_assistance TO samvern_app;
GRANT SELECT (case_id, created_at, id, kind, person_id, since, state, until) ON public.cases_assistance TO samvern_gate;
GRANT SELECT ON public.cases_assistance TO samvern_app;
GRANT UPDATE ON public.cases_assistance TO samvern_app;
