-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: keeper character varying(80) NOT NULL
-- column: shredded_at timestamp with time zone
-- column: subject_id uuid NOT NULL
-- column: version integer NOT NULL
-- column: wrapped bytea
-- constraint: identity_key_pkey PRIMARY KEY (id)
-- constraint: identity_key_version_check CHECK ((version >= 0))
-- constraint: key_of_subject UNIQUE (subject_id, version)
-- index: identity_key_case_id_2081df0e CREATE INDEX identity_key_case_id_2081df0e ON public.identity_key USING btree (case_id)
-- index: identity_key_pkey CREATE UNIQUE INDEX identity_key_pkey ON public.identity_key USING btree (id)
-- index: key_of_subject CREATE UNIQUE INDEX key_of_subject ON public.identity_key USING btree (subject_id, version)

-- policy: erasing
CREATE POLICY erasing ON public.identity_key AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true);

-- policy: insert_advice
CREATE POLICY insert_advice ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((case_id = subject_id) AND gate.reads_advice(subject_id)));

-- policy: insert_contact
CREATE POLICY insert_contact ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((case_id = subject_id) AND gate.reads_contact(subject_id)));

-- policy: insert_place
CREATE POLICY insert_place ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((case_id = subject_id) AND gate.reads_place(subject_id)));

-- policy: insert_placeaddress
CREATE POLICY insert_placeaddress ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((case_id = subject_id) AND gate.reads_placeaddress(subject_id)));

-- policy: insert_question
CREATE POLICY insert_question ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((case_id = subject_id) AND gate.reads_question(subject_id)));

-- policy: insert_referral
CREATE POLICY insert_referral ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((case_id = subject_id) AND gate.reads_referral(subject_id)));

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.identity_key AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_key.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- policy: migration
CREATE POLICY migration ON public.identity_key AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_advice
CREATE POLICY select_advice ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_advice(subject_id));

-- policy: select_booking
CREATE POLICY select_booking ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_booking(subject_id));

-- policy: select_conference
CREATE POLICY select_conference ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_conference(subject_id));

-- policy: select_contact
CREATE POLICY select_contact ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_contact(subject_id));

-- policy: select_place
CREATE POLICY select_place ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_place(subject_id));

-- policy: select_placeaddress
CREATE POLICY select_placeaddress ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_placeaddress(subject_id));

-- policy: select_question
CREATE POLICY select_question ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_question(subject_id));

-- policy: select_referral
CREATE POLICY select_referral ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING (gate.reads_referral(subject_id));

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.identity_key AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_key.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: shredding
CREATE POLICY shredding ON public.identity_key AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true);

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.identity_key AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_key.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_key FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: change_only
CREATE TRIGGER change_only BEFORE UPDATE ON public.identity_key FOR EACH ROW EXECUTE FUNCTION gate.change_only('nothing');

-- trigger: forget
CREATE TRIGGER forget AFTER UPDATE ON public.identity_key FOR EACH ROW WHEN (((old.wrapped IS NOT NULL) AND (new.wrapped IS NULL))) EXECUTE FUNCTION gate.forget_subject();

-- grants
GRANT INSERT ON public.identity_key TO samvern_app;
GRANT SELECT (case_id, wrapped) ON public.identity_key TO samvern_gate;
GRANT SELECT ON public.identity_key TO samvern_app;
GRANT SELECT ON public.identity_key TO samvern_gate;
GRANT UPDATE (shredded_at, wrapped) ON public.identity_key TO samvern_gate;
GRANT UPDATE ON public.identity_key TO samvern_app;
