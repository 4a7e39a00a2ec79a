-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: category character varying(20) NOT NULL
-- column: conference_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: text_sealed bytea NOT NULL
-- column: version smallint NOT NULL
-- constraint: coordination_minutes_conference_id_2b2b0b87_fk_coordinat FOREIGN KEY (conference_id) REFERENCES coordination_conference(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_minutes_created_by_id_0cd51fa0_fk_access_member_id FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_minutes_pkey PRIMARY KEY (id)
-- constraint: coordination_minutes_version_check CHECK ((version >= 0))
-- constraint: minutes_version UNIQUE (conference_id, category, version)
-- index: coordination_minutes_case_id_7aac80bd CREATE INDEX coordination_minutes_case_id_7aac80bd ON public.coordination_minutes USING btree (case_id)
-- index: coordination_minutes_conference_id_2b2b0b87 CREATE INDEX coordination_minutes_conference_id_2b2b0b87 ON public.coordination_minutes USING btree (conference_id)
-- index: coordination_minutes_created_by_id_0cd51fa0 CREATE INDEX coordination_minutes_created_by_id_0cd51fa0 ON public.coordination_minutes USING btree (created_by_id)
-- index: coordination_minutes_pkey CREATE UNIQUE INDEX coordination_minutes_pkey ON public.coordination_minutes USING btree (id)
-- index: minutes_version CREATE UNIQUE INDEX minutes_version ON public.coordination_minutes USING btree (conference_id, category, version)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_minutes AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_minutes AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_minutes AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND ( SELECT gate.case_in_hand(coordination_minutes.case_id) AS case_in_hand)));

-- policy: migration
CREATE POLICY migration ON public.coordination_minutes AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_minutes AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = coordination_minutes.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((conference_id || '/'::text) || (category)::text) = ANY (( SELECT gate.sections() AS sections)::text[])))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_minutes FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: keep
CREATE TRIGGER keep BEFORE INSERT ON public.coordination_minutes FOR EACH ROW EXECUTE FUNCTION gate.keep_part();

-- grants
GRANT DELETE ON public.coordination_minutes TO samvern_gate;
GRANT INSERT ON public.coordination_minutes TO samvern_app;
GRANT SELECT (case_id) ON public.coordination_minutes TO samvern_gate;
GRANT SELECT ON public.coordination_minutes TO samvern_app;
