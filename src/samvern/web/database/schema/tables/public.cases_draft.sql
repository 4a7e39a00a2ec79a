-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid
-- column: changed_at timestamp with time zone NOT NULL
-- column: content_sealed bytea NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: form character varying(160) NOT NULL
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- constraint: cases_draft_member_id_8f6418e9_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_draft_pkey PRIMARY KEY (id)
-- constraint: draft_once UNIQUE (member_id, form)
-- index: cases_draft_member_id_8f6418e9 CREATE INDEX cases_draft_member_id_8f6418e9 ON public.cases_draft USING btree (member_id)
-- index: cases_draft_pkey CREATE UNIQUE INDEX cases_draft_pkey ON public.cases_draft USING btree (id)
-- index: draft_once CREATE UNIQUE INDEX draft_once ON public.cases_draft USING btree (member_id, form)

-- policy: delete_samvern_app
CREATE POLICY delete_samvern_app ON public.cases_draft AS PERMISSIVE FOR DELETE TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)));

-- policy: erasing
CREATE POLICY erasing ON public.cases_draft AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_draft AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_draft AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((member_id = ( SELECT gate.member() AS member)) AND true AND true));

-- policy: migration
CREATE POLICY migration ON public.cases_draft AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_draft AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_draft AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((member_id = ( SELECT gate.member() AS member)))
    WITH CHECK (((member_id = ( SELECT gate.member() AS member)) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_draft FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_draft FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('content_sealed,changed_at', '', '');

-- grants
GRANT DELETE ON public.cases_draft TO samvern_app;
GRANT DELETE ON public.cases_draft TO samvern_gate;
GRANT INSERT ON public.cases_draft TO samvern_app;
GRANT SELECT (case_id) ON public.cases_draft TO samvern_gate;
GRANT SELECT ON public.cases_draft TO samvern_app;
GRANT UPDATE ON public.cases_draft TO samvern_app;
