-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: about_id uuid
-- column: case_id uuid
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: key character varying(120) NOT NULL
-- column: kind character varying(40) NOT NULL
-- column: mailed_at timestamp with time zone
-- column: member_id uuid NOT NULL
-- column: read_at timestamp with time zone
-- constraint: cases_notice_member_id_deb70e92_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: cases_notice_pkey PRIMARY KEY (id)
-- constraint: notice_once UNIQUE (member_id, key)
-- index: cases_notice_case_id_cd438a78 CREATE INDEX cases_notice_case_id_cd438a78 ON public.cases_notice USING btree (case_id)
-- index: cases_notice_kind_c1ef3ca6 CREATE INDEX cases_notice_kind_c1ef3ca6 ON public.cases_notice USING btree (kind)
-- index: cases_notice_kind_c1ef3ca6_like CREATE INDEX cases_notice_kind_c1ef3ca6_like ON public.cases_notice USING btree (kind varchar_pattern_ops)
-- index: cases_notice_member_id_deb70e92 CREATE INDEX cases_notice_member_id_deb70e92 ON public.cases_notice USING btree (member_id)
-- index: cases_notice_pkey CREATE UNIQUE INDEX cases_notice_pkey ON public.cases_notice USING btree (id)
-- index: notice_of CREATE INDEX notice_of ON public.cases_notice USING btree (member_id, read_at, created_at DESC)
-- index: notice_once CREATE UNIQUE INDEX notice_once ON public.cases_notice USING btree (member_id, key)

-- policy: erasing
CREATE POLICY erasing ON public.cases_notice AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.cases_notice AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.cases_notice AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK (((member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND true AND true));

-- policy: migration
CREATE POLICY migration ON public.cases_notice AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: not_changed_while_waiting
CREATE POLICY not_changed_while_waiting ON public.cases_notice AS RESTRICTIVE FOR UPDATE TO samvern_app
    USING (((( SELECT gate.role() AS role) IS DISTINCT FROM 'waiting'::text) OR ((kind)::text ~~ 'access-%-you'::text)));

-- policy: not_while_waiting
CREATE POLICY not_while_waiting ON public.cases_notice AS RESTRICTIVE FOR SELECT TO samvern_app
    USING (((( SELECT gate.role() AS role) IS DISTINCT FROM 'waiting'::text) OR ((kind)::text ~~ 'access-%-you'::text)));

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.cases_notice AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.cases_notice AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.cases_notice AS PERMISSIVE FOR UPDATE TO samvern_app
    USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))))
    WITH CHECK ((((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND true));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.cases_notice FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_z_hold
CREATE TRIGGER a_z_hold BEFORE UPDATE ON public.cases_notice FOR EACH ROW WHEN (((CURRENT_USER = 'samvern_app'::name) AND (old.* IS DISTINCT FROM new.*))) EXECUTE FUNCTION gate.hold_columns('mailed_at', 'read_at', '');

-- grants
GRANT DELETE ON public.cases_notice TO samvern_gate;
GRANT INSERT ON public.cases_notice TO samvern_app;
GRANT INSERT ON public.cases_notice TO samvern_gate;
GRANT SELECT (about_id, case_id, kind, member_id) ON public.cases_notice TO samvern_gate;
GRANT SELECT ON public.cases_notice TO samvern_app;
GRANT UPDATE ON public.cases_notice TO samvern_app;
