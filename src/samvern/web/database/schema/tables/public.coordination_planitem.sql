-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: conference_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: due_on date
-- column: id uuid NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: receiver_id uuid NOT NULL
-- column: seat_id uuid NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: what_sealed bytea NOT NULL
-- constraint: coordination_planite_conference_id_9c5acdaf_fk_coordinat FOREIGN KEY (conference_id) REFERENCES coordination_conference(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_planite_created_by_id_80905024_fk_access_me FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_planite_organisation_id_d72a622f_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_planite_receiver_id_7f41005a_fk_access_or FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_planitem_pkey PRIMARY KEY (id)
-- constraint: coordination_planitem_seat_id_f0edc6d4_fk_coordination_seat_id FOREIGN KEY (seat_id) REFERENCES coordination_seat(id) DEFERRABLE INITIALLY DEFERRED
-- index: coordination_planitem_case_id_60ad6498 CREATE INDEX coordination_planitem_case_id_60ad6498 ON public.coordination_planitem USING btree (case_id)
-- index: coordination_planitem_conference_id_9c5acdaf CREATE INDEX coordination_planitem_conference_id_9c5acdaf ON public.coordination_planitem USING btree (conference_id)
-- index: coordination_planitem_created_by_id_80905024 CREATE INDEX coordination_planitem_created_by_id_80905024 ON public.coordination_planitem USING btree (created_by_id)
-- index: coordination_planitem_organisation_id_d72a622f CREATE INDEX coordination_planitem_organisation_id_d72a622f ON public.coordination_planitem USING btree (organisation_id)
-- index: coordination_planitem_pkey CREATE UNIQUE INDEX coordination_planitem_pkey ON public.coordination_planitem USING btree (id)
-- index: coordination_planitem_receiver_id_7f41005a CREATE INDEX coordination_planitem_receiver_id_7f41005a ON public.coordination_planitem USING btree (receiver_id)
-- index: coordination_planitem_seat_id_f0edc6d4 CREATE INDEX coordination_planitem_seat_id_f0edc6d4 ON public.coordination_planitem USING btree (seat_id)
-- index: coordination_planitem_state_f23afed9 CREATE INDEX coordination_planitem_state_f23afed9 ON public.coordination_planitem USING btree (state)
-- index: coordination_planitem_state_f23afed9_like CREATE INDEX coordination_planitem_state_f23afed9_like ON public.coordination_planitem USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_planitem AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_planitem AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_planitem AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((state)::text = 'agreed'::text) AND ( SELECT gate.case_in_hand(coordination_planitem.case_id) AS case_in_hand)));

-- policy: migration
CREATE POLICY migration ON public.coordination_planitem AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_planitem AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_planitem AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_planitem AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = coordination_planitem.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((conference_id || '/'::text) || 'plan'::text) = ANY (( SELECT gate.sections() AS sections)::text[])) OR (seat_id = ANY (( SELECT gate.my_seats() AS my_seats)::uuid[])))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_planitem FOR EACH ROW WHEN (((new.state)::text = 'agreed'::text)) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_planitem FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.coordination_planitem FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'agreed'::text), false)) AND ((new.state)::text = 'agreed'::text))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: keep
CREATE TRIGGER keep BEFORE INSERT ON public.coordination_planitem FOR EACH ROW EXECUTE FUNCTION gate.keep_part();

-- trigger: z_working_receiver_id
CREATE TRIGGER z_working_receiver_id AFTER INSERT ON public.coordination_planitem FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('receiver_id');

-- grants
GRANT DELETE ON public.coordination_planitem TO samvern_gate;
GRANT INSERT ON public.coordination_planitem TO samvern_app;
GRANT SELECT (case_id) ON public.coordination_planitem TO samvern_gate;
GRANT SELECT ON public.coordination_planitem TO samvern_app;
GRANT SELECT ON public.coordination_planitem TO samvern_gate;
GRANT UPDATE (state, state_since) ON public.coordination_planitem TO samvern_gate;
