-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.open_session(uuid,bytea,timestamp with time zone,timestamp
CREATE OR REPLACE FUNCTION gate.open_session(member uuid, token_hash bytea, authenticated_at timestamp with time zone, expires_at timestamp with time zone, purpose text, categories text[], mac bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    message text := concat_ws('|', member, encode(token_hash, 'hex'),
        floor(extract(epoch FROM authenticated_at)), floor(extract(epoch FROM expires_at)),
        purpose, array_to_string(categories, ','));
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM gate.secret s WHERE gate.hmac(s.value, convert_to(message, 'UTF8')) = mac
    ) OR expires_at > statement_timestamp() + interval '9 hours' THEN
        RETURN false;
    END IF;
    INSERT INTO gate.session VALUES
        (token_hash, member, authenticated_at, expires_at, purpose, categories);
    RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION gate.open_session(uuid,bytea,timestamp with time zone,timestamp with time zone,text,text[],bytea) TO samvern_app;
