-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner
-- column: abort_requested boolean NOT NULL DEFAULT false
-- column: args jsonb NOT NULL DEFAULT '{}'::jsonb
-- column: attempts integer NOT NULL DEFAULT 0
-- column: id bigint NOT NULL DEFAULT nextval('procrastinate_jobs_id_seq'::regclass)
-- column: lock text
-- column: priority integer NOT NULL DEFAULT 0
-- column: queue_name character varying(128) NOT NULL
-- column: queueing_lock text
-- column: scheduled_at timestamp with time zone
-- column: status procrastinate_job_status NOT NULL DEFAULT 'todo'::procrastinate_job_status
-- column: task_name character varying(128) NOT NULL
-- column: worker_id bigint
-- constraint: check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::procrastinate_job_status) AND (abort_requested = true))))
-- constraint: procrastinate_jobs_pkey PRIMARY KEY (id)
-- constraint: procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES procrastinate_workers(id) ON DELETE SET NULL
-- index: idx_procrastinate_jobs_worker_not_null CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::procrastinate_job_status))
-- index: procrastinate_jobs_id_lock_idx_v1 CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::procrastinate_job_status, 'doing'::procrastinate_job_status]))
-- index: procrastinate_jobs_lock_idx_v1 CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::procrastinate_job_status)
-- index: procrastinate_jobs_pkey CREATE UNIQUE INDEX procrastinate_jobs_pkey ON public.procrastinate_jobs USING btree (id)
-- index: procrastinate_jobs_priority_idx_v1 CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::procrastinate_job_status)
-- index: procrastinate_jobs_queue_name_idx_v1 CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name)
-- index: procrastinate_jobs_queueing_lock_idx_v1 CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::procrastinate_job_status)

-- trigger: procrastinate_jobs_notify_queue_job_aborted_v1
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::procrastinate_job_status))) EXECUTE FUNCTION procrastinate_notify_queue_abort_job_v1();

-- trigger: procrastinate_jobs_notify_queue_job_inserted_v1
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::procrastinate_job_status)) EXECUTE FUNCTION procrastinate_notify_queue_job_inserted_v1();

-- trigger: procrastinate_trigger_abort_requested_events_v1
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION procrastinate_trigger_abort_requested_events_procedure_v1();

-- trigger: procrastinate_trigger_delete_jobs_v1
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION procrastinate_unlink_periodic_defers_v1();

-- trigger: procrastinate_trigger_scheduled_events_v1
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::procrastinate_job_status))) EXECUTE FUNCTION procrastinate_trigger_function_scheduled_events_v1();

-- trigger: procrastinate_trigger_status_events_insert_v1
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::procrastinate_job_status)) EXECUTE FUNCTION procrastinate_trigger_function_status_events_insert_v1();

-- trigger: procrastinate_trigger_status_events_update_v1
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION procrastinate_trigger_function_status_events_update_v1();

-- grants
GRANT DELETE ON public.procrastinate_jobs TO samvern_app;
GRANT INSERT ON public.procrastinate_jobs TO samvern_app;
GRANT SELECT ON public.procrastinate_jobs TO samvern_app;
GRANT UPDATE ON public.procrastinate_jobs TO samvern_app;
