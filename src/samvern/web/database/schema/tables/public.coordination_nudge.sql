-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: receiver_id uuid NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: text character varying(12) NOT NULL
-- column: to_holder boolean NOT NULL
-- constraint: coordination_nudge_created_by_id_efad4cd6_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_nudge_organisation_id_65f795bb_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_nudge_pkey PRIMARY KEY (id)
-- constraint: coordination_nudge_receiver_id_fd0dd609_fk_access_or FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- index: coordination_nudge_case_id_a6b4b866 CREATE INDEX coordination_nudge_case_id_a6b4b866 ON public.coordination_nudge USING btree (case_id)
-- index: coordination_nudge_created_by_id_efad4cd6 CREATE INDEX coordination_nudge_created_by_id_efad4cd6 ON public.coordination_nudge USING btree (created_by_id)
-- index: coordination_nudge_organisation_id_65f795bb CREATE INDEX coordination_nudge_organisation_id_65f795bb ON public.coordination_nudge USING btree (organisation_id)
-- index: coordination_nudge_pkey CREATE UNIQUE INDEX coordination_nudge_pkey ON public.coordination_nudge USING btree (id)
-- index: coordination_nudge_receiver_id_fd0dd609 CREATE INDEX coordination_nudge_receiver_id_fd0dd609 ON public.coordination_nudge USING btree (receiver_id)
-- index: coordination_nudge_state_d20ce5be CREATE INDEX coordination_nudge_state_d20ce5be ON public.coordination_nudge USING btree (state)
-- index: coordination_nudge_state_d20ce5be_like CREATE INDEX coordination_nudge_state_d20ce5be_like ON public.coordination_nudge USING btree (state varchar_pattern_ops)
-- index: nudge_of_person CREATE INDEX nudge_of_person ON public.coordination_nudge USING btree (person_id, created_at DESC)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_nudge AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_nudge AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: migration
CREATE POLICY migration ON public.coordination_nudge AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_nudge AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.coordination_nudge AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_nudge AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_nudge AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (receiver_id = ( SELECT gate.organisation() AS organisation)) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND ((to_holder AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = coordination_nudge.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR ((NOT to_holder) AND (( SELECT gate.role() AS role) = 'leader'::text)))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_nudge FOR EACH ROW WHEN (((new.state)::text = 'asked'::text)) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_nudge FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.coordination_nudge FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'asked'::text), false)) AND ((new.state)::text = 'asked'::text))) EXECUTE FUNCTION gate.needs_open_case();

-- grants
GRANT DELETE ON public.coordination_nudge TO samvern_gate;
GRANT INSERT ON public.coordination_nudge TO samvern_gate;
GRANT SELECT (case_id) ON public.coordination_nudge TO samvern_gate;
GRANT SELECT ON public.coordination_nudge TO samvern_app;
GRANT SELECT ON public.coordination_nudge TO samvern_gate;
GRANT UPDATE (state, state_since) ON public.coordination_nudge TO samvern_gate;
