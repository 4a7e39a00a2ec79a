-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: created_at timestamp with time zone NOT NULL
-- column: finish character varying(24) NOT NULL
-- column: id uuid NOT NULL
-- column: made_by_id uuid NOT NULL
-- column: move character varying(24) NOT NULL
-- column: of_id uuid NOT NULL
-- column: reason character varying(40) NOT NULL
-- column: side character varying(12) NOT NULL
-- column: start character varying(24) NOT NULL
-- constraint: coordination_hookstep_made_by_id_6ca5c7fb_fk_access_member_id FOREIGN KEY (made_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_hookstep_of_id_1c1026df_fk_coordination_hook_id FOREIGN KEY (of_id) REFERENCES coordination_hook(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: coordination_hookstep_pkey PRIMARY KEY (id)
-- index: coordination_hookstep_finish_9ec39ee5 CREATE INDEX coordination_hookstep_finish_9ec39ee5 ON public.coordination_hookstep USING btree (finish)
-- index: coordination_hookstep_finish_9ec39ee5_like CREATE INDEX coordination_hookstep_finish_9ec39ee5_like ON public.coordination_hookstep USING btree (finish varchar_pattern_ops)
-- index: coordination_hookstep_made_by_id_6ca5c7fb CREATE INDEX coordination_hookstep_made_by_id_6ca5c7fb ON public.coordination_hookstep USING btree (made_by_id)
-- index: coordination_hookstep_move_0e5dca22 CREATE INDEX coordination_hookstep_move_0e5dca22 ON public.coordination_hookstep USING btree (move)
-- index: coordination_hookstep_move_0e5dca22_like CREATE INDEX coordination_hookstep_move_0e5dca22_like ON public.coordination_hookstep USING btree (move varchar_pattern_ops)
-- index: coordination_hookstep_of_id_1c1026df CREATE INDEX coordination_hookstep_of_id_1c1026df ON public.coordination_hookstep USING btree (of_id)
-- index: coordination_hookstep_pkey CREATE UNIQUE INDEX coordination_hookstep_pkey ON public.coordination_hookstep USING btree (id)
-- index: coordination_hookstep_reason_0b900b9e CREATE INDEX coordination_hookstep_reason_0b900b9e ON public.coordination_hookstep USING btree (reason)
-- index: coordination_hookstep_reason_0b900b9e_like CREATE INDEX coordination_hookstep_reason_0b900b9e_like ON public.coordination_hookstep USING btree (reason varchar_pattern_ops)
-- index: coordination_hookstep_side_d16894c6 CREATE INDEX coordination_hookstep_side_d16894c6 ON public.coordination_hookstep USING btree (side)
-- index: coordination_hookstep_side_d16894c6_like CREATE INDEX coordination_hookstep_side_d16894c6_like ON public.coordination_hookstep USING btree (side varchar_pattern_ops)
-- index: coordination_hookstep_start_ce26316c CREATE INDEX coordination_hookstep_start_ce26316c ON public.coordination_hookstep USING btree (start)
-- index: coordination_hookstep_start_ce26316c_like CREATE INDEX coordination_hookstep_start_ce26316c_like ON public.coordination_hookstep USING btree (start varchar_pattern_ops)

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.coordination_hookstep AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text])));

-- policy: migration
CREATE POLICY migration ON public.coordination_hookstep AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.coordination_hookstep AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((of_id IN ( SELECT t.id
   FROM coordination_hook t)));

-- trigger: a_take_step
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_hookstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_hook');

-- grants
GRANT INSERT ON public.coordination_hookstep TO samvern_app;
GRANT SELECT ON public.coordination_hookstep TO samvern_app;
