-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.board_look(text)
CREATE OR REPLACE FUNCTION gate.board_look(of_what text)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT md5(of_what)::uuid $function$;
