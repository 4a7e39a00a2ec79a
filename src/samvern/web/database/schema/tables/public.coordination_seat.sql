-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: conference_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- column: name character varying(120) NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: receiver_id uuid NOT NULL
-- column: share_id uuid
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- constraint: coordination_seat_conference_id_7438e8a6_fk_coordinat FOREIGN KEY (conference_id) REFERENCES coordination_conference(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_seat_created_by_id_7bf7260b_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_seat_member_id_0b426e3b_fk_access_member_id FOREIGN KEY (member_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_seat_organisation_id_ff77a07a_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_seat_pkey PRIMARY KEY (id)
-- constraint: coordination_seat_receiver_id_7adc6041_fk_access_or FOREIGN KEY (receiver_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: seat_once UNIQUE (conference_id, member_id)
-- index: coordination_seat_case_id_84987662 CREATE INDEX coordination_seat_case_id_84987662 ON public.coordination_seat USING btree (case_id)
-- index: coordination_seat_conference_id_7438e8a6 CREATE INDEX coordination_seat_conference_id_7438e8a6 ON public.coordination_seat USING btree (conference_id)
-- index: coordination_seat_created_by_id_7bf7260b CREATE INDEX coordination_seat_created_by_id_7bf7260b ON public.coordination_seat USING btree (created_by_id)
-- index: coordination_seat_member_id_0b426e3b CREATE INDEX coordination_seat_member_id_0b426e3b ON public.coordination_seat USING btree (member_id)
-- index: coordination_seat_organisation_id_ff77a07a CREATE INDEX coordination_seat_organisation_id_ff77a07a ON public.coordination_seat USING btree (organisation_id)
-- index: coordination_seat_pkey CREATE UNIQUE INDEX coordination_seat_pkey ON public.coordination_seat USING btree (id)
-- index: coordination_seat_receiver_id_7adc6041 CREATE INDEX coordination_seat_receiver_id_7adc6041 ON public.coordination_seat USING btree (receiver_id)
-- index: coordination_seat_state_4cee0cc8 CREATE INDEX coordination_seat_state_4cee0cc8 ON public.coordination_seat USING btree (state)
-- index: coordination_seat_state_4cee0cc8_like CREATE INDEX coordination_seat_state_4cee0cc8_like ON public.coordination_seat USING btree (state varchar_pattern_ops)
-- index: seat_of_member CREATE INDEX seat_of_member ON public.coordination_seat USING btree (member_id, state)
-- index: seat_once CREATE UNIQUE INDEX seat_once ON public.coordination_seat USING btree (conference_id, member_id)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_seat AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_seat AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_seat AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((state)::text = 'invited'::text) AND ( SELECT gate.case_in_hand(coordination_seat.case_id) AS case_in_hand)));

-- policy: migration
CREATE POLICY migration ON public.coordination_seat AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_seat AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_seat AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_seat AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = coordination_seat.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (conference_id = ANY (( SELECT gate.seated() AS seated)::uuid[])))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.coordination_seat AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_seat.case_id) AS case_in_hand)))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_seat.case_id) AS case_in_hand)));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_seat FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: keep
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF share_id ON public.coordination_seat FOR EACH ROW EXECUTE FUNCTION gate.keep_seat();

-- trigger: z_working_receiver_id
CREATE TRIGGER z_working_receiver_id AFTER INSERT ON public.coordination_seat FOR EACH ROW EXECUTE FUNCTION gate.needs_working_organisation('receiver_id');

-- grants
GRANT DELETE ON public.coordination_seat TO samvern_gate;
GRANT INSERT ON public.coordination_seat TO samvern_app;
GRANT SELECT (case_id) ON public.coordination_seat TO samvern_gate;
GRANT SELECT ON public.coordination_seat TO samvern_app;
GRANT SELECT ON public.coordination_seat TO samvern_gate;
GRANT UPDATE (share_id) ON public.coordination_seat TO samvern_app;
GRANT UPDATE (state, state_since) ON public.coordination_seat TO samvern_gate;
