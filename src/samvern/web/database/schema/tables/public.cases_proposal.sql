-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: action character varying(20) NOT NULL
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: due_on date NOT NULL
-- column: first_by_id uuid
-- column: id uuid NOT NULL
-- column: receipt character varying(60) NOT NULL
-- column: rule character varying(60) NOT NULL
-- column: second_by_id uuid
-- column: state character varying(10) NOT NULL
-- column: version integer NOT NULL
-- column: words_sealed bytea
-- constraint: cases_proposal_first_by_id_07db5dc3_fk_access_member_id FOREIGN KEY (first_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_proposal_pkey PRIMARY KEY (id)
-- constraint: cases_proposal_second_by_id_590c689b_fk_access_member_id FOREIGN KEY (second_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_proposal_version_check CHECK ((version >= 0))
-- index: cases_proposal_action_8b1c8840 CREATE INDEX cases_proposal_action_8b1c8840 ON public.cases_proposal USING btree (action)
-- index: cases_proposal_action_8b1c8840_like CREATE INDEX cases_proposal_action_8b1c8840_like ON public.cases_proposal USING btree (action varchar_pattern_ops)
-- index: cases_proposal_case_id_45c531fa CREATE INDEX cases_proposal_case_id_45c531fa ON public.cases_proposal USING btree (case_id)
-- index: cases_proposal_first_by_id_07db5dc3 CREATE INDEX cases_proposal_first_by_id_07db5dc3 ON public.cases_proposal USING btree (first_by_id)
-- index: cases_proposal_pkey CREATE UNIQUE INDEX cases_proposal_pkey ON public.cases_proposal USING btree (id)
-- index: cases_proposal_second_by_id_590c689b CREATE INDEX cases_proposal_second_by_id_590c689b ON public.cases_proposal USING btree (second_by_id)
-- index: proposal_once CREATE UNIQUE INDEX proposal_once ON public.cases_proposal USING btree (case_id, rule) WHERE ((state)::text = ANY ((ARRAY['proposed'::character varying, 'confirmed'::character varying])::text[]))

-- policy: erasing
CREATE POLICY erasing ON public.cases_proposal AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_proposal AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((( SELECT gate.role() AS role) = ANY (ARRAY['service'::text, 'leader'::text])) AND ((state)::text = 'proposed'::text) AND (first_by_id IS NULL) AND (second_by_id IS NULL) AND (words_sealed IS NULL) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_proposal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.state)::text = 'closed'::text))))));

-- policy: migration
CREATE POLICY migration ON public.cases_proposal AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_proposal AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_proposal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_proposal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');

-- grants
GRANT INSERT ON public.cases_proposal TO samvern_app;
GRANT SELECT ON public.cases_proposal TO samvern_app;
GRANT SELECT ON public.cases_proposal TO samvern_gate;
GRANT UPDATE (changed_at, first_by_id, receipt, second_by_id, state, version, words_sealed) ON public.cases_proposal TO samvern_gate;
