-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner
-- column: at timestamp with time zone DEFAULT now()
-- column: id bigint NOT NULL DEFAULT nextval('procrastinate_events_id_seq'::regclass)
-- column: job_id bigint NOT NULL
-- column: type procrastinate_job_event_type
-- constraint: procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES procrastinate_jobs(id) ON DELETE CASCADE
-- constraint: procrastinate_events_pkey PRIMARY KEY (id)
-- index: procrastinate_events_job_id_fkey_v1 CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id)
-- index: procrastinate_events_pkey CREATE UNIQUE INDEX procrastinate_events_pkey ON public.procrastinate_events USING btree (id)

-- grants
GRANT DELETE ON public.procrastinate_events TO samvern_app;
GRANT INSERT ON public.procrastinate_events TO samvern_app;
GRANT SELECT ON public.procrastinate_events TO samvern_app;
