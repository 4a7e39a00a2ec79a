-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: answers_sealed bytea NOT NULL
-- column: code_hash bytea NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: expires_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: lane smallint NOT NULL
-- column: taken_by uuid
-- column: taken_tx xid8
-- constraint: cases_parcel_code_hash_key UNIQUE (code_hash)
-- constraint: cases_parcel_lane_check CHECK ((lane >= 0))
-- constraint: cases_parcel_pkey PRIMARY KEY (id)
-- index: cases_parcel_code_hash_key CREATE UNIQUE INDEX cases_parcel_code_hash_key ON public.cases_parcel USING btree (code_hash)
-- index: cases_parcel_pkey CREATE UNIQUE INDEX cases_parcel_pkey ON public.cases_parcel USING btree (id)
-- index: guide_transfer_lane CREATE INDEX guide_transfer_lane ON public.cases_parcel USING btree (lane)

-- policy: migration
CREATE POLICY migration ON public.cases_parcel AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.cases_parcel AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: samvern_gate_delete
CREATE POLICY samvern_gate_delete ON public.cases_parcel AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: samvern_gate_insert
CREATE POLICY samvern_gate_insert ON public.cases_parcel AS PERMISSIVE FOR INSERT TO samvern_gate
    WITH CHECK (true);

-- policy: samvern_gate_update
CREATE POLICY samvern_gate_update ON public.cases_parcel AS PERMISSIVE FOR UPDATE TO samvern_gate
    USING (true);

-- grants
GRANT DELETE ON public.cases_parcel TO samvern_gate;
GRANT INSERT ON public.cases_parcel TO samvern_gate;
GRANT SELECT ON public.cases_parcel TO samvern_gate;
GRANT UPDATE (taken_by, taken_tx) ON public.cases_parcel TO samvern_gate;
