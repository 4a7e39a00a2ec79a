-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: id uuid NOT NULL
-- column: minutes_id uuid NOT NULL
-- column: seat_id uuid NOT NULL
-- column: verdict character varying(10) NOT NULL
-- column: words_sealed bytea
-- constraint: coordination_minutes_created_by_id_fdb59037_fk_access_me FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_minutes_minutes_id_702715d7_fk_coordinat FOREIGN KEY (minutes_id) REFERENCES coordination_minutes(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_minutes_seat_id_dbd5c40f_fk_coordinat FOREIGN KEY (seat_id) REFERENCES coordination_seat(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_minutesanswer_pkey PRIMARY KEY (id)
-- constraint: minutes_answered UNIQUE (minutes_id, seat_id)
-- index: coordination_minutesanswer_case_id_2e1cf0d2 CREATE INDEX coordination_minutesanswer_case_id_2e1cf0d2 ON public.coordination_minutesanswer USING btree (case_id)
-- index: coordination_minutesanswer_created_by_id_fdb59037 CREATE INDEX coordination_minutesanswer_created_by_id_fdb59037 ON public.coordination_minutesanswer USING btree (created_by_id)
-- index: coordination_minutesanswer_minutes_id_702715d7 CREATE INDEX coordination_minutesanswer_minutes_id_702715d7 ON public.coordination_minutesanswer USING btree (minutes_id)
-- index: coordination_minutesanswer_pkey CREATE UNIQUE INDEX coordination_minutesanswer_pkey ON public.coordination_minutesanswer USING btree (id)
-- index: coordination_minutesanswer_seat_id_dbd5c40f CREATE INDEX coordination_minutesanswer_seat_id_dbd5c40f ON public.coordination_minutesanswer USING btree (seat_id)
-- index: minutes_answered CREATE UNIQUE INDEX minutes_answered ON public.coordination_minutesanswer USING btree (minutes_id, seat_id)

-- policy: erasing
CREATE POLICY erasing ON public.coordination_minutesanswer AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.coordination_minutesanswer AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_minutesanswer AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (seat_id = ANY (( SELECT gate.my_seats() AS my_seats)::uuid[])) AND (EXISTS ( SELECT 1
   FROM (coordination_minutes m
     JOIN coordination_seat s ON ((s.conference_id = m.conference_id)))
  WHERE ((m.id = coordination_minutesanswer.minutes_id) AND (s.id = coordination_minutesanswer.seat_id) AND (m.case_id = coordination_minutesanswer.case_id))))));

-- policy: migration
CREATE POLICY migration ON public.coordination_minutesanswer AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_minutesanswer AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (minutes_id IN ( SELECT p.id
   FROM coordination_minutes p))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.coordination_minutesanswer FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.coordination_minutesanswer TO samvern_gate;
GRANT INSERT ON public.coordination_minutesanswer TO samvern_app;
GRANT SELECT (case_id) ON public.coordination_minutesanswer TO samvern_gate;
GRANT SELECT ON public.coordination_minutesanswer TO samvern_app;
