-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: kind character varying(30) NOT NULL
-- column: needs_sealed bytea NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: passed_at timestamp with time zone
-- column: person_id uuid NOT NULL
-- column: region character varying(60) NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: told_at timestamp with time zone
-- column: urgency smallint NOT NULL
-- constraint: places_waiting_created_by_id_18bc6e3e_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_waiting_organisation_id_380e9fb4_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: places_waiting_pkey PRIMARY KEY (id)
-- constraint: places_waiting_urgency_check CHECK ((urgency >= 0))
-- index: places_waiting_case_id_2ccc694d CREATE INDEX places_waiting_case_id_2ccc694d ON public.places_waiting USING btree (case_id)
-- index: places_waiting_created_by_id_18bc6e3e CREATE INDEX places_waiting_created_by_id_18bc6e3e ON public.places_waiting USING btree (created_by_id)
-- index: places_waiting_organisation_id_380e9fb4 CREATE INDEX places_waiting_organisation_id_380e9fb4 ON public.places_waiting USING btree (organisation_id)
-- index: places_waiting_pkey CREATE UNIQUE INDEX places_waiting_pkey ON public.places_waiting USING btree (id)
-- index: places_waiting_state_db3bd8e1 CREATE INDEX places_waiting_state_db3bd8e1 ON public.places_waiting USING btree (state)
-- index: places_waiting_state_db3bd8e1_like CREATE INDEX places_waiting_state_db3bd8e1_like ON public.places_waiting USING btree (state varchar_pattern_ops)
-- index: waiting_order CREATE INDEX waiting_order ON public.places_waiting USING btree (state, urgency, created_at)

-- policy: erasing
CREATE POLICY erasing ON public.places_waiting AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.places_waiting AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.places_waiting AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'waiting'::text) AND (told_at IS NULL) AND (passed_at IS NULL) AND ((created_at >= (statement_timestamp() - '00:01:00'::interval)) AND (created_at <= (statement_timestamp() + '00:01:00'::interval)))));

-- policy: migration
CREATE POLICY migration ON public.places_waiting AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.places_waiting AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.places_waiting AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.places_waiting AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.places_waiting AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_waiting FOR EACH ROW WHEN (((new.state)::text = 'waiting'::text)) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.places_waiting FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.places_waiting FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'waiting'::text), false)) AND ((new.state)::text = 'waiting'::text))) EXECUTE FUNCTION gate.needs_open_case();

-- grants
GRANT DELETE ON public.places_waiting TO samvern_gate;
GRANT INSERT ON public.places_waiting TO samvern_app;
GRANT SELECT (case_id) ON public.places_waiting TO samvern_gate;
GRANT SELECT ON public.places_waiting TO samvern_app;
GRANT SELECT ON public.places_waiting TO samvern_gate;
GRANT UPDATE (passed_at, told_at) ON public.places_waiting TO samvern_app;
GRANT UPDATE (state, state_since) ON public.places_waiting TO samvern_gate;
