-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.forget_looks()
CREATE OR REPLACE FUNCTION gate.forget_looks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM gate.look l WHERE l.ctid IN (
        SELECT w.ctid FROM gate.look w WHERE w.at < statement_timestamp() - interval '1 hour'
        FOR UPDATE SKIP LOCKED);
    RETURN NULL;
END $function$;
