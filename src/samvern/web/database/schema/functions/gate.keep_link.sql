-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.keep_link(uuid,bytea,bytea,bytea,bytea,integer)
CREATE OR REPLACE FUNCTION gate.keep_link(sending uuid, found_by bytea, proved_by bytea, sealed bytea, answers_to bytea, openings integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF octet_length(sealed) NOT BETWEEN 30 AND 65536 OR openings NOT BETWEEN 1 AND 3
        OR NOT EXISTS (
            SELECT 1 FROM public.referrals_sending s
            WHERE s.id = sending AND s.way = 'link' AND s.state = 'waiting'
              AND s.created_by_id = gate.member()
              AND s.expires_at BETWEEN statement_timestamp() + interval '50 minutes'
                  AND statement_timestamp() + interval '14 days 1 hour')
    THEN RETURN false; END IF;
    INSERT INTO gate.link VALUES (sending, found_by, proved_by, sealed, answers_to, openings);
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.keep_link(uuid,bytea,bytea,bytea,bytea,integer) TO samvern_app;
