-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: blind bytea NOT NULL
-- column: case_id uuid NOT NULL
-- column: claim_id uuid NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: with_claim_id uuid
-- constraint: identity_lookup_pkey PRIMARY KEY (id)
-- index: identity_lookup_blind_6c2ae926 CREATE INDEX identity_lookup_blind_6c2ae926 ON public.identity_lookup USING btree (blind)
-- index: identity_lookup_case_id_d6ef953d CREATE INDEX identity_lookup_case_id_d6ef953d ON public.identity_lookup USING btree (case_id)
-- index: identity_lookup_claim_id_195e8e43 CREATE INDEX identity_lookup_claim_id_195e8e43 ON public.identity_lookup USING btree (claim_id)
-- index: identity_lookup_pkey CREATE UNIQUE INDEX identity_lookup_pkey ON public.identity_lookup USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.identity_lookup AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.identity_lookup AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.identity_lookup AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_lookup.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));

-- policy: migration
CREATE POLICY migration ON public.identity_lookup AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.identity_lookup AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_delete
CREATE POLICY samvern_gate_delete ON public.identity_lookup AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_lookup FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.identity_lookup TO samvern_gate;
GRANT INSERT ON public.identity_lookup TO samvern_app;
GRANT SELECT (case_id) ON public.identity_lookup TO samvern_gate;
GRANT SELECT ON public.identity_lookup TO samvern_gate;
