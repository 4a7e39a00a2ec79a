-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: done_on date NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(16) NOT NULL
-- column: of_id uuid NOT NULL
-- column: outcome character varying(16) NOT NULL
-- column: rule character varying(60) NOT NULL
-- column: words_sealed bytea
-- constraint: referrals_crossingch_created_by_id_2b536972_fk_access_me FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_crossingcheck_of_id_cbc0e6d6_fk_referrals_crossing_id FOREIGN KEY (of_id) REFERENCES referrals_crossing(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_crossingcheck_pkey PRIMARY KEY (id)
-- index: referrals_crossingcheck_case_id_5ddd6e85 CREATE INDEX referrals_crossingcheck_case_id_5ddd6e85 ON public.referrals_crossingcheck USING btree (case_id)
-- index: referrals_crossingcheck_created_by_id_2b536972 CREATE INDEX referrals_crossingcheck_created_by_id_2b536972 ON public.referrals_crossingcheck USING btree (created_by_id)
-- index: referrals_crossingcheck_of_id_cbc0e6d6 CREATE INDEX referrals_crossingcheck_of_id_cbc0e6d6 ON public.referrals_crossingcheck USING btree (of_id)
-- index: referrals_crossingcheck_outcome_d1bad051 CREATE INDEX referrals_crossingcheck_outcome_d1bad051 ON public.referrals_crossingcheck USING btree (outcome)
-- index: referrals_crossingcheck_outcome_d1bad051_like CREATE INDEX referrals_crossingcheck_outcome_d1bad051_like ON public.referrals_crossingcheck USING btree (outcome varchar_pattern_ops)
-- index: referrals_crossingcheck_pkey CREATE UNIQUE INDEX referrals_crossingcheck_pkey ON public.referrals_crossingcheck USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_crossingcheck AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_crossingcheck AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_crossingcheck AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_crossingcheck.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM referrals_crossing t
  WHERE ((t.id = referrals_crossingcheck.of_id) AND (t.case_id = referrals_crossingcheck.case_id))))));

-- policy: migration
CREATE POLICY migration ON public.referrals_crossingcheck AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.referrals_crossingcheck AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_crossingcheck AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_crossingcheck.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_crossingcheck FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.referrals_crossingcheck TO samvern_gate;
GRANT INSERT ON public.referrals_crossingcheck TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_crossingcheck TO samvern_gate;
GRANT SELECT ON public.referrals_crossingcheck TO samvern_app;
GRANT SELECT ON public.referrals_crossingcheck TO samvern_gate;
