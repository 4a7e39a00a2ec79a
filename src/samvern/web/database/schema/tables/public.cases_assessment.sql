-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: authority character varying(40) NOT NULL
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: decided_by_sealed bytea
-- column: decided_on date NOT NULL
-- column: differs_from_id uuid
-- column: facts_sealed bytea
-- column: ground_sealed bytea NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(20) NOT NULL
-- column: pack character varying(40) NOT NULL
-- column: pack_hash character varying(64) NOT NULL
-- column: pack_version character varying(40) NOT NULL
-- column: person_id uuid NOT NULL
-- column: result_sealed bytea
-- column: step character varying(20) NOT NULL
-- column: voice_id uuid
-- constraint: cases_assessment_case_id_319aae80_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assessment_created_by_id_6af272e6_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assessment_differs_from_id_6074db05_fk_cases_ass FOREIGN KEY (differs_from_id) REFERENCES cases_assessment(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assessment_person_id_6c6e8976_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_assessment_pkey PRIMARY KEY (id)
-- index: cases_assessment_authority_9a71d722 CREATE INDEX cases_assessment_authority_9a71d722 ON public.cases_assessment USING btree (authority)
-- index: cases_assessment_authority_9a71d722_like CREATE INDEX cases_assessment_authority_9a71d722_like ON public.cases_assessment USING btree (authority varchar_pattern_ops)
-- index: cases_assessment_case_id_319aae80 CREATE INDEX cases_assessment_case_id_319aae80 ON public.cases_assessment USING btree (case_id)
-- index: cases_assessment_created_by_id_6af272e6 CREATE INDEX cases_assessment_created_by_id_6af272e6 ON public.cases_assessment USING btree (created_by_id)
-- index: cases_assessment_differs_from_id_6074db05 CREATE INDEX cases_assessment_differs_from_id_6074db05 ON public.cases_assessment USING btree (differs_from_id)
-- index: cases_assessment_person_id_6c6e8976 CREATE INDEX cases_assessment_person_id_6c6e8976 ON public.cases_assessment USING btree (person_id)
-- index: cases_assessment_pkey CREATE UNIQUE INDEX cases_assessment_pkey ON public.cases_assessment USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_assessment AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_assessment AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_assessment AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('assessment'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_assessment.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_assessment AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_assessment AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('assessment'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('assessment'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_assessment.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_assessment FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.cases_assessment TO samvern_gate;
GRANT INSERT ON public.cases_assessment TO samvern_app;
GRANT SELECT (authority, case_id, created_at, decided_on, id, kind, pack, pack_hash, pack_version, person_id, step) ON public.cases_assessment TO samvern_gate;
GRANT SELECT ON public.cases_assessment TO samvern_app;
