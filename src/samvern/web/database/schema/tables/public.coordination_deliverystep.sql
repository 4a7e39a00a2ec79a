-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: answer smallint
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- constraint: coordination_deliver_made_by_id_1d3eb618_fk_access_me FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_deliver_of_id_4a8f2385_fk_coordinat FOREIGN KEY (of_id) REFERENCES coordination_delivery(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_deliverystep_answer_check CHECK ((answer >= 0))
-- constraint: coordination_deliverystep_pkey PRIMARY KEY (id)
-- index: coordination_deliverystep_finish_02158069 CREATE INDEX coordination_deliverystep_finish_02158069 ON public.coordination_deliverystep USING btree (finish)
-- index: coordination_deliverystep_finish_02158069_like CREATE INDEX coordination_deliverystep_finish_02158069_like ON public.coordination_deliverystep USING btree (finish varchar_pattern_ops)
-- index: coordination_deliverystep_made_by_id_1d3eb618 CREATE INDEX coordination_deliverystep_made_by_id_1d3eb618 ON public.coordination_deliverystep USING btree (made_by_id)
-- index: coordination_deliverystep_move_43ab7673 CREATE INDEX coordination_deliverystep_move_43ab7673 ON public.coordination_deliverystep USING btree (move)
-- index: coordination_deliverystep_move_43ab7673_like CREATE INDEX coordination_deliverystep_move_43ab7673_like ON public.coordination_deliverystep USING btree (move varchar_pattern_ops)
-- index: coordination_deliverystep_of_id_4a8f2385 CREATE INDEX coordination_deliverystep_of_id_4a8f2385 ON public.coordination_deliverystep USING btree (of_id)
-- index: coordination_deliverystep_pkey CREATE UNIQUE INDEX coordination_deliverystep_pkey ON public.coordination_deliverystep USING btree (id)
-- index: coordination_deliverystep_reason_8c46eaef CREATE INDEX coordination_deliverystep_reason_8c46eaef ON public.coordination_deliverystep USING btree (reason)
-- index: coordination_deliverystep_reason_8c46eaef_like CREATE INDEX coordination_deliverystep_reason_8c46eaef_like ON public.coordination_deliverystep USING btree (reason varchar_pattern_ops)
-- index: coordination_deliverystep_side_efd1e044 CREATE INDEX coordination_deliverystep_side_efd1e044 ON public.coordination_deliverystep USING btree (side)
-- index: coordination_deliverystep_side_efd1e044_like CREATE INDEX coordination_deliverystep_side_efd1e044_like ON public.coordination_deliverystep USING btree (side varchar_pattern_ops)
-- index: coordination_deliverystep_start_55b8cbb5 CREATE INDEX coordination_deliverystep_start_55b8cbb5 ON public.coordination_deliverystep USING btree (start)
-- index: coordination_deliverystep_start_55b8cbb5_like CREATE INDEX coordination_deliverystep_start_55b8cbb5_like ON public.coordination_deliverystep USING btree (start varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_deliverystep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text])));

-- policy: migration
CREATE POLICY migration ON public.coordination_deliverystep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate_sweep
CREATE POLICY samvern_gate_sweep ON public.coordination_deliverystep AS PERMISSIVE FOR ALL TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_deliverystep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((of_id IN ( SELECT t.id
   FROM coordination_delivery t)));

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_deliverystep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_delivery');

-- grants
GRANT DELETE ON public.coordination_deliverystep TO samvern_gate;
GRANT INSERT ON public.coordination_deliverystep TO samvern_app;
GRANT SELECT (of_id) ON public.coordination_deliverystep TO samvern_gate;
GRANT SELECT ON public.coordination_deliverystep TO samvern_app;
