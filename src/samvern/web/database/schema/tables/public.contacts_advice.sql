-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: answered text NOT NULL
-- column: approved_on date
-- column: asked text NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: desk_id uuid NOT NULL
-- column: draft_sealed bytea
-- column: id uuid NOT NULL
-- column: language character varying(2) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: question_id uuid
-- column: rules character varying(60)[] NOT NULL
-- column: search tsvector
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: title character varying(200) NOT NULL
-- column: topics character varying(16)[] NOT NULL
-- constraint: contacts_advice_created_by_id_2c6dc38d_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_advice_desk_id_4559a5f4_fk_contacts_desk_id FOREIGN KEY (desk_id) REFERENCES contacts_desk(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_advice_organisation_id_cd436498_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: contacts_advice_pkey PRIMARY KEY (id)
-- constraint: contacts_advice_question_id_cdf8e393_fk_contacts_question_id FOREIGN KEY (question_id) REFERENCES contacts_question(id) DEFERRABLE INITIALLY DEFERRED
-- index: advice_search CREATE INDEX advice_search ON public.contacts_advice USING gin (search)
-- index: contacts_advice_created_by_id_2c6dc38d CREATE INDEX contacts_advice_created_by_id_2c6dc38d ON public.contacts_advice USING btree (created_by_id)
-- index: contacts_advice_desk_id_4559a5f4 CREATE INDEX contacts_advice_desk_id_4559a5f4 ON public.contacts_advice USING btree (desk_id)
-- index: contacts_advice_organisation_id_cd436498 CREATE INDEX contacts_advice_organisation_id_cd436498 ON public.contacts_advice USING btree (organisation_id)
-- index: contacts_advice_pkey CREATE UNIQUE INDEX contacts_advice_pkey ON public.contacts_advice USING btree (id)
-- index: contacts_advice_question_id_cdf8e393 CREATE INDEX contacts_advice_question_id_cdf8e393 ON public.contacts_advice USING btree (question_id)
-- index: contacts_advice_state_38fb3e7f CREATE INDEX contacts_advice_state_38fb3e7f ON public.contacts_advice USING btree (state)
-- index: contacts_advice_state_38fb3e7f_like CREATE INDEX contacts_advice_state_38fb3e7f_like ON public.contacts_advice USING btree (state varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.contacts_advice AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND (desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[])) AND ((state)::text = 'written'::text) AND ((title)::text = ''::text) AND (asked = ''::text) AND (answered = ''::text) AND (approved_on IS NULL)));

-- policy: migration
CREATE POLICY migration ON public.contacts_advice AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.contacts_advice AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.contacts_advice AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.contacts_advice AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (((state)::text = 'approved'::text) OR (desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[])))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.contacts_advice AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[]))));

-- trigger: guard_advice
CREATE TRIGGER guard_advice BEFORE UPDATE ON public.contacts_advice FOR EACH ROW EXECUTE FUNCTION gate.guard_advice();

-- grants
GRANT INSERT ON public.contacts_advice TO samvern_app;
GRANT SELECT ON public.contacts_advice TO samvern_app;
GRANT SELECT ON public.contacts_advice TO samvern_gate;
GRANT UPDATE (answered, approved_on, asked, draft_sealed, language, rules, title, topics) ON public.contacts_advice TO samvern_app;
GRANT UPDATE (draft_sealed, state, state_since) ON public.contacts_advice TO samvern_gate;
