-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: sequence of samvern_owner

-- grants
GRANT USAGE ON SEQUENCE public.procrastinate_events_id_seq TO samvern_app;
