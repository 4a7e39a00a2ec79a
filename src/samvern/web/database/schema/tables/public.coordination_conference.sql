-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: agenda_sealed bytea NOT NULL
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: lasts smallint NOT NULL
-- column: moves smallint NOT NULL
-- column: organisation_id uuid NOT NULL
-- column: person_id uuid
-- column: purpose character varying(20) NOT NULL
-- column: starts_at timestamp with time zone NOT NULL
-- column: state character varying(24) NOT NULL
-- column: state_since timestamp with time zone NOT NULL
-- column: voice character varying(12) NOT NULL
-- column: voice_sealed bytea
-- column: where_sealed bytea
-- constraint: coordination_confere_created_by_id_bf2c2e88_fk_access_me FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_confere_organisation_id_a23b7e37_fk_access_or FOREIGN KEY (organisation_id) REFERENCES access_organisation(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_conference_lasts_check CHECK ((lasts >= 0))
-- constraint: coordination_conference_moves_check CHECK ((moves >= 0))
-- constraint: coordination_conference_pkey PRIMARY KEY (id)
-- index: coordination_conference_case_id_cc509556 CREATE INDEX coordination_conference_case_id_cc509556 ON public.coordination_conference USING btree (case_id)
-- index: coordination_conference_created_by_id_bf2c2e88 CREATE INDEX coordination_conference_created_by_id_bf2c2e88 ON public.coordination_conference USING btree (created_by_id)
-- index: coordination_conference_organisation_id_a23b7e37 CREATE INDEX coordination_conference_organisation_id_a23b7e37 ON public.coordination_conference USING btree (organisation_id)
-- index: coordination_conference_pkey CREATE UNIQUE INDEX coordination_conference_pkey ON public.coordination_conference USING btree (id)
-- index: coordination_conference_state_3e17d509 CREATE INDEX coordination_conference_state_3e17d509 ON public.coordination_conference USING btree (state)
-- index: coordination_conference_state_3e17d509_like CREATE INDEX coordination_conference_state_3e17d509_like ON public.coordination_conference USING btree (state varchar_pattern_ops)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_conference AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_conference AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_conference AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((state)::text = 'planned'::text) AND ( SELECT gate.case_in_hand(coordination_conference.case_id) AS case_in_hand)));

-- policy: migration
CREATE POLICY migration ON public.coordination_conference AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.coordination_conference AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.coordination_conference AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_conference AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = coordination_conference.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (id = ANY (( SELECT gate.seated() AS seated)::uuid[])))));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.coordination_conference AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_conference.case_id) AS case_in_hand)))
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_conference.case_id) AS case_in_hand)));

-- trigger: a_a_case
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_conference FOR EACH ROW WHEN (((new.state)::text = ANY ((ARRAY['planned'::character varying, 'held'::character varying])::text[]))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_conference FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: a_a_revived
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.coordination_conference FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = ANY ((ARRAY['planned'::character varying, 'held'::character varying])::text[])), false)) AND ((new.state)::text = ANY ((ARRAY['planned'::character varying, 'held'::character varying])::text[])))) EXECUTE FUNCTION gate.needs_open_case();

-- trigger: keep
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF starts_at, lasts, where_sealed, agenda_sealed, voice, voice_sealed ON public.coordination_conference FOR EACH ROW EXECUTE FUNCTION gate.keep_conference();

-- grants
GRANT DELETE ON public.coordination_conference TO samvern_gate;
GRANT INSERT ON public.coordination_conference TO samvern_app;
GRANT SELECT (case_id) ON public.coordination_conference TO samvern_gate;
GRANT SELECT ON public.coordination_conference TO samvern_app;
GRANT SELECT ON public.coordination_conference TO samvern_gate;
GRANT UPDATE (agenda_sealed, lasts, starts_at, voice, voice_sealed, where_sealed) ON public.coordination_conference TO samvern_app;
GRANT UPDATE (state, state_since) ON public.coordination_conference TO samvern_gate;
