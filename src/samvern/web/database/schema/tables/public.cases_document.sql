-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: extension character varying(8) NOT NULL
-- column: id uuid NOT NULL
-- column: media_type character varying(100) NOT NULL
-- column: removal_sealed bytea
-- column: removed_at timestamp with time zone
-- column: removed_by_id uuid
-- column: scanned_at timestamp with time zone
-- column: sha256 character varying(64) NOT NULL
-- column: size bigint NOT NULL
-- column: state character varying(12) NOT NULL
-- column: title_sealed bytea NOT NULL
-- constraint: cases_document_case_id_7e641fda_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES cases_case(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_document_created_by_id_6b559e63_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_document_pkey PRIMARY KEY (id)
-- constraint: cases_document_removed_by_id_5d286915_fk_access_member_id FOREIGN KEY (removed_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_document_size_check CHECK ((size >= 0))
-- index: cases_document_case_id_7e641fda CREATE INDEX cases_document_case_id_7e641fda ON public.cases_document USING btree (case_id)
-- index: cases_document_created_by_id_6b559e63 CREATE INDEX cases_document_created_by_id_6b559e63 ON public.cases_document USING btree (created_by_id)
-- index: cases_document_pkey CREATE UNIQUE INDEX cases_document_pkey ON public.cases_document USING btree (id)
-- index: cases_document_removed_by_id_5d286915 CREATE INDEX cases_document_removed_by_id_5d286915 ON public.cases_document USING btree (removed_by_id)

-- policy: erasing
CREATE POLICY erasing ON public.cases_document AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_document AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_document AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('documents'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.cases_document AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_document AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('documents'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('documents'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_document AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('documents'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('documents'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_document FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_document FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('state', 'scanned_at,removed_at,removed_by_id,removal_sealed', 'quarantine,unscanned');

-- trigger: keep_history
CREATE TRIGGER keep_history BEFORE UPDATE ON public.cases_document FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('documents');

-- grants
GRANT DELETE ON public.cases_document TO samvern_gate;
GRANT INSERT ON public.cases_document TO samvern_app;
GRANT SELECT (case_id, created_at, id, removed_at) ON public.cases_document TO samvern_gate;
GRANT SELECT ON public.cases_document TO samvern_app;
GRANT UPDATE ON public.cases_document TO samvern_app;
