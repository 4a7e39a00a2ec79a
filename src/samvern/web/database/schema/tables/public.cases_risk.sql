-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: level character varying(10) NOT NULL
-- column: person_id uuid NOT NULL
-- column: plan_sealed bytea NOT NULL
-- column: review_on date NOT NULL
-- column: threats_sealed bytea NOT NULL
-- constraint: cases_risk_case_id_1633ba64_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_risk_created_by_id_cb9d1866_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_risk_person_id_5340218e_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_risk_pkey PRIMARY KEY (id)
-- index: cases_risk_case_id_1633ba64 CREATE INDEX cases_risk_case_id_1633ba64 ON public.cases_risk USING btree (case_id)
-- index: cases_risk_created_by_id_cb9d1866 CREATE INDEX cases_risk_created_by_id_cb9d1866 ON public.cases_risk USING btree (created_by_id)
-- index: cases_risk_person_id_5340218e CREATE INDEX cases_risk_person_id_5340218e ON public.cases_risk USING btree (person_id)
-- index: cases_risk_pkey CREATE UNIQUE INDEX cases_risk_pkey ON public.cases_risk USING btree (id)

-- policy: danger_seen
CREATE POLICY danger_seen ON public.cases_risk AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: erasing
CREATE POLICY erasing ON public.cases_risk AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_risk AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_risk AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_risk.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_risk AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_risk AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_risk AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('plan'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('plan'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_risk.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_risk FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.cases_risk TO samvern_gate;
GRANT INSERT ON public.cases_risk TO samvern_app;
GRANT SELECT (case_id, created_at, level, person_id) ON public.cases_risk TO samvern_gate;
GRANT SELECT ON public.cases_risk TO samvern_app;
