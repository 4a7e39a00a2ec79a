-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: age_told_on date
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: facts_sealed bytea NOT NULL
-- column: id uuid NOT NULL
-- column: known_on date NOT NULL
-- column: note_sealed bytea
-- column: person_id uuid NOT NULL
-- constraint: cases_factsheet_case_id_8e4d52ba_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_factsheet_created_by_id_30cb5895_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_factsheet_person_id_40221f0b_fk_cases_person_id FOREIGN KEY (person_id) REFERENCES cases_person(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_factsheet_pkey PRIMARY KEY (id)
-- index: cases_factsheet_case_id_8e4d52ba CREATE INDEX cases_factsheet_case_id_8e4d52ba ON public.cases_factsheet USING btree (case_id)
-- index: cases_factsheet_created_by_id_30cb5895 CREATE INDEX cases_factsheet_created_by_id_30cb5895 ON public.cases_factsheet USING btree (created_by_id)
-- index: cases_factsheet_person_id_40221f0b CREATE INDEX cases_factsheet_person_id_40221f0b ON public.cases_factsheet USING btree (person_id)
-- index: cases_factsheet_pkey CREATE UNIQUE INDEX cases_factsheet_pkey ON public.cases_factsheet USING btree (id)
-- index: newest_facts CREATE INDEX newest_facts ON public.cases_factsheet USING btree (person_id, created_at DESC)

-- policy: erasing
CREATE POLICY erasing ON public.cases_factsheet AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_factsheet AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_factsheet AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_factsheet.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_factsheet AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_factsheet AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('rights'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('rights'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_factsheet.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_factsheet FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.cases_factsheet TO samvern_gate;
GRANT INSERT ON public.cases_factsheet TO samvern_app;
GRANT SELECT (case_id, created_at) ON public.cases_factsheet TO samvern_gate;
GRANT SELECT ON public.cases_factsheet TO samvern_app;
