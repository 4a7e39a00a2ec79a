-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: referral_id uuid NOT NULL
-- constraint: referrals_opened_created_by_id_50ca584f_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_opened_pkey PRIMARY KEY (id)
-- constraint: referrals_opened_referral_id_key UNIQUE (referral_id)
-- index: referrals_opened_case_id_f8cc4cf8 CREATE INDEX referrals_opened_case_id_f8cc4cf8 ON public.referrals_opened USING btree (case_id)
-- index: referrals_opened_created_by_id_50ca584f CREATE INDEX referrals_opened_created_by_id_50ca584f ON public.referrals_opened USING btree (created_by_id)
-- index: referrals_opened_pkey CREATE UNIQUE INDEX referrals_opened_pkey ON public.referrals_opened USING btree (id)
-- index: referrals_opened_referral_id_key CREATE UNIQUE INDEX referrals_opened_referral_id_key ON public.referrals_opened USING btree (referral_id)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_opened AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_opened AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_opened AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_opened.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.referrals_opened AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_opened AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = referrals_opened.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_opened FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.referrals_opened TO samvern_gate;
GRANT INSERT ON public.referrals_opened TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_opened TO samvern_gate;
GRANT SELECT ON public.referrals_opened TO samvern_app;
