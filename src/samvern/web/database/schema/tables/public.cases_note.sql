-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: happened_on date NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(20) NOT NULL
-- column: text_sealed bytea NOT NULL
-- column: version integer NOT NULL
-- constraint: cases_note_case_id_77ee1e2a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_note_created_by_id_8344a0c4_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_note_pkey PRIMARY KEY (id)
-- constraint: cases_note_version_check CHECK ((version >= 0))
-- index: cases_note_case_id_77ee1e2a CREATE INDEX cases_note_case_id_77ee1e2a ON public.cases_note USING btree (case_id)
-- index: cases_note_created_by_id_8344a0c4 CREATE INDEX cases_note_created_by_id_8344a0c4 ON public.cases_note USING btree (created_by_id)
-- index: cases_note_pkey CREATE UNIQUE INDEX cases_note_pkey ON public.cases_note USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_note AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_note AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_note AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('notes'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_note AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_note AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('notes'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('notes'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_note AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('notes'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('notes'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_note FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_note FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('version,changed_at,kind,happened_on,text_sealed', '', '');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_note FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('notes');

-- grants
GRANT DELETE ON public.cases_note TO samvern_gate;
GRANT INSERT ON public.cases_note TO samvern_app;
GRANT SELECT (case_id, created_at) ON public.cases_note TO samvern_gate;
GRANT SELECT ON public.cases_note TO samvern_app;
GRANT UPDATE ON public.cases_note TO samvern_app;
