-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.candidate()
CREATE OR REPLACE FUNCTION gate.candidate()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    said text[] := string_to_array(nullif(current_setting('samvern.candidate', true), ''), '|');
BEGIN
    IF said IS NULL OR array_length(said, 1) <> 4
        OR NOT gate.signed(concat_ws('|', 'candidate', said[1], said[2], said[3]), decode(said[4], 'hex'))
        OR to_timestamp(said[3]::bigint) < statement_timestamp() THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT u.id FROM public.access_user u WHERE u.is_active AND CASE said[1]
        WHEN 'login' THEN u.login = convert_from(decode(said[2], 'hex'), 'UTF8')
        WHEN 'id' THEN u.id::text = convert_from(decode(said[2], 'hex'), 'UTF8') END);
END $function$;
