-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner
-- column: defer_timestamp bigint
-- column: id bigint NOT NULL DEFAULT nextval('procrastinate_periodic_defers_id_seq'::regclass)
-- column: job_id bigint
-- column: periodic_id character varying(128) NOT NULL DEFAULT ''::character varying
-- column: task_name character varying(128) NOT NULL
-- constraint: procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES procrastinate_jobs(id)
-- constraint: procrastinate_periodic_defers_pkey PRIMARY KEY (id)
-- constraint: procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp)
-- index: procrastinate_periodic_defers_job_id_fkey_v1 CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id)
-- index: procrastinate_periodic_defers_pkey CREATE UNIQUE INDEX procrastinate_periodic_defers_pkey ON public.procrastinate_periodic_defers USING btree (id)
-- index: procrastinate_periodic_defers_unique CREATE UNIQUE INDEX procrastinate_periodic_defers_unique ON public.procrastinate_periodic_defers USING btree (task_name, periodic_id, defer_timestamp)

-- grants
GRANT DELETE ON public.procrastinate_periodic_defers TO samvern_app;
GRANT INSERT ON public.procrastinate_periodic_defers TO samvern_app;
GRANT SELECT ON public.procrastinate_periodic_defers TO samvern_app;
GRANT UPDATE ON public.procrastinate_periodic_defers TO samvern_app;
