-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.write_visit(bytea,bytea,uuid,bytea,bytea,text,boolean,doub
CREATE OR REPLACE FUNCTION gate.write_visit(of_key bytea, content bytea, who uuid, token bytea, of_provider bytea, on_device text, is_new boolean, seconds double precision)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF is_new THEN
        INSERT INTO gate.visit (key, sealed, user_id, token_hash, provider, device, expires_at)
        VALUES (of_key, content, who, token, of_provider, left(on_device, 60), statement_timestamp()
            + least(make_interval(secs => seconds), interval '8 hours'));
        RETURN true;
    END IF;
    UPDATE gate.visit v SET sealed = content, user_id = who, token_hash = token,
        provider = of_provider, device = left(on_device, 60)
    WHERE v.key = of_key AND gate.lives(v);
    RETURN FOUND;
END $function$;
GRANT EXECUTE ON FUNCTION gate.write_visit(bytea,bytea,uuid,bytea,bytea,text,boolean,double precision) TO samvern_app;
