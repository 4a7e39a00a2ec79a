-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: ended_at timestamp with time zone
-- column: expires_at timestamp with time zone NOT NULL
-- column: ground character varying(40) NOT NULL
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- column: owner_organisation_id uuid NOT NULL
-- column: reason_sealed bytea NOT NULL
-- column: reviewed_at timestamp with time zone
-- column: reviewed_by_id uuid
-- column: tx xid8 NOT NULL DEFAULT pg_current_xact_id()
-- column: verdict character varying(20) NOT NULL
-- column: words_sealed bytea
-- constraint: access_glass_member_id_134c1f1a_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: access_glass_pkey PRIMARY KEY (id)
-- constraint: access_glass_reviewed_by_id_e791f3d7_fk_access_member_id FOREIGN KEY (reviewed_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- index: access_glass_case_id_21dbc1c6 CREATE INDEX access_glass_case_id_21dbc1c6 ON public.access_glass USING btree (case_id)
-- index: access_glass_ground_2254cee8 CREATE INDEX access_glass_ground_2254cee8 ON public.access_glass USING btree (ground)
-- index: access_glass_ground_2254cee8_like CREATE INDEX access_glass_ground_2254cee8_like ON public.access_glass USING btree (ground varchar_pattern_ops)
-- index: access_glass_member_id_134c1f1a CREATE INDEX access_glass_member_id_134c1f1a ON public.access_glass USING btree (member_id)
-- index: access_glass_pkey CREATE UNIQUE INDEX access_glass_pkey ON public.access_glass USING btree (id)
-- index: access_glass_reviewed_by_id_e791f3d7 CREATE INDEX access_glass_reviewed_by_id_e791f3d7 ON public.access_glass USING btree (reviewed_by_id)
-- index: access_glass_verdict_0337e3b1 CREATE INDEX access_glass_verdict_0337e3b1 ON public.access_glass USING btree (verdict)
-- index: access_glass_verdict_0337e3b1_like CREATE INDEX access_glass_verdict_0337e3b1_like ON public.access_glass USING btree (verdict varchar_pattern_ops)
-- index: glass_of_member CREATE INDEX glass_of_member ON public.access_glass USING btree (member_id, expires_at)

-- policy: erasing
CREATE POLICY erasing ON public.access_glass AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.access_glass AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.access_glass AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.access_glass AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.access_glass AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.access_glass AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_own_case
CREATE POLICY select_own_case ON public.access_glass AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = access_glass.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))));

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.access_glass AS PERMISSIVE FOR SELECT TO samvern_app
    USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND ((owner_organisation_id = ( SELECT gate.organisation() AS organisation)) OR (member_id IN ( SELECT m.id
   FROM access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation))))))));

-- policy: told
CREATE POLICY told ON public.access_glass AS RESTRICTIVE FOR SELECT TO samvern_app
    USING ((tx IS DISTINCT FROM ( SELECT pg_current_xact_id_if_assigned() AS pg_current_xact_id_if_assigned)));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.access_glass FOR EACH ROW WHEN (((new.ended_at IS NULL) AND (new.expires_at > statement_timestamp()))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.access_glass FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.access_glass FOR EACH ROW WHEN (((NOT COALESCE(((old.ended_at IS NULL) AND (old.expires_at > statement_timestamp())), false)) AND ((new.ended_at IS NULL) AND (new.expires_at > statement_timestamp())))) EXECUTE FUNCTION gate.needs_open_case();

-- grants
GRANT DELETE ON public.access_glass TO samvern_gate;
GRANT INSERT ON public.access_glass TO samvern_gate;
GRANT SELECT (case_id) ON public.access_glass TO samvern_gate;
GRANT SELECT ON public.access_glass TO samvern_app;
GRANT SELECT ON public.access_glass TO samvern_gate;
GRANT UPDATE ON public.access_glass TO samvern_gate;
