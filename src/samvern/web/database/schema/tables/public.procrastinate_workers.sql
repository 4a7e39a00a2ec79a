-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner
-- column: id bigint NOT NULL IDENTITY
-- column: last_heartbeat timestamp with time zone NOT NULL DEFAULT now()
-- constraint: procrastinate_workers_pkey PRIMARY KEY (id)
-- index: idx_procrastinate_workers_last_heartbeat CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat)
-- index: procrastinate_workers_pkey CREATE UNIQUE INDEX procrastinate_workers_pkey ON public.procrastinate_workers USING btree (id)

-- grants
GRANT DELETE ON public.procrastinate_workers TO samvern_app;
GRANT INSERT ON public.procrastinate_workers TO samvern_app;
GRANT SELECT ON public.procrastinate_workers TO samvern_app;
GRANT UPDATE ON public.procrastinate_workers TO samvern_app;
