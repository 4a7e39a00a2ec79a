-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: question_id uuid NOT NULL
-- constraint: contacts_origin_created_by_id_855191d4_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_origin_pkey PRIMARY KEY (id)
-- constraint: contacts_origin_question_id_2788fa14_fk_contacts_question_id FOREIGN KEY (question_id) REFERENCES contacts_question(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_origin_question_id_key UNIQUE (question_id)
-- index: contacts_origin_case_id_1db89b40 CREATE INDEX contacts_origin_case_id_1db89b40 ON public.contacts_origin USING btree (case_id)
-- index: contacts_origin_created_by_id_855191d4 CREATE INDEX contacts_origin_created_by_id_855191d4 ON public.contacts_origin USING btree (created_by_id)
-- index: contacts_origin_pkey CREATE UNIQUE INDEX contacts_origin_pkey ON public.contacts_origin USING btree (id)
-- index: contacts_origin_question_id_key CREATE UNIQUE INDEX contacts_origin_question_id_key ON public.contacts_origin USING btree (question_id)

-- policy: erasing
CREATE POLICY erasing ON public.contacts_origin AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.contacts_origin AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_origin AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_origin.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.contacts_origin AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_audit
CREATE POLICY samvern_audit ON public.contacts_origin AS PERMISSIVE FOR SELECT TO samvern_audit
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_origin AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_origin AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = contacts_origin.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.contacts_origin FOR EACH ROW WHEN (true) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.contacts_origin FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: forget_with_case
CREATE TRIGGER forget_with_case AFTER DELETE ON public.contacts_origin FOR EACH ROW EXECUTE FUNCTION gate.forget_with_case();

-- grants
GRANT DELETE ON public.contacts_origin TO samvern_gate;
GRANT INSERT ON public.contacts_origin TO samvern_app;
GRANT SELECT (case_id) ON public.contacts_origin TO samvern_gate;
GRANT SELECT ON public.contacts_origin TO samvern_app;
GRANT SELECT ON public.contacts_origin TO samvern_audit;
GRANT SELECT ON public.contacts_origin TO samvern_gate;
