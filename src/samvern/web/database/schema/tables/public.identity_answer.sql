-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: answered_at timestamp with time zone
-- column: answered_by_id uuid
-- column: asker character varying(250) NOT NULL
-- column: case_id uuid NOT NULL
-- column: contact character varying(250) NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: expires_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: inquiry_id uuid NOT NULL
-- column: is_yes boolean
-- column: person_id uuid NOT NULL
-- column: purpose character varying(60) NOT NULL
-- constraint: identity_answer_answered_by_id_22365ff9_fk_access_member_id FOREIGN KEY (answered_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_answer_pkey PRIMARY KEY (id)
-- index: identity_answer_answered_by_id_22365ff9 CREATE INDEX identity_answer_answered_by_id_22365ff9 ON public.identity_answer USING btree (answered_by_id)
-- index: identity_answer_case_id_4dc92877 CREATE INDEX identity_answer_case_id_4dc92877 ON public.identity_answer USING btree (case_id)
-- index: identity_answer_inquiry_id_4db30a08 CREATE INDEX identity_answer_inquiry_id_4db30a08 ON public.identity_answer USING btree (inquiry_id)
-- index: identity_answer_pkey CREATE UNIQUE INDEX identity_answer_pkey ON public.identity_answer USING btree (id)
-- index: identity_answer_purpose_878f6c40 CREATE INDEX identity_answer_purpose_878f6c40 ON public.identity_answer USING btree (purpose)
-- index: identity_answer_purpose_878f6c40_like CREATE INDEX identity_answer_purpose_878f6c40_like ON public.identity_answer USING btree (purpose varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.identity_answer AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.identity_answer AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.identity_answer AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.identity_answer AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true)
    WITH CHECK (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.identity_answer AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_answer.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_answer FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.identity_answer TO samvern_gate;
GRANT INSERT ON public.identity_answer TO samvern_gate;
GRANT SELECT (case_id) ON public.identity_answer TO samvern_gate;
GRANT SELECT ON public.identity_answer TO samvern_app;
GRANT SELECT ON public.identity_answer TO samvern_gate;
GRANT UPDATE ON public.identity_answer TO samvern_gate;
