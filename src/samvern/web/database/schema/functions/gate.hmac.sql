-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.hmac(bytea,bytea)
CREATE OR REPLACE FUNCTION gate.hmac(key bytea, message bytea)
 RETURNS bytea
 LANGUAGE plpgsql
 IMMUTABLE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    inner_pad bytea := decode(repeat('36', 64), 'hex');
    outer_pad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
    FOR place IN 0 .. octet_length(key) - 1 LOOP
        inner_pad := set_byte(inner_pad, place, get_byte(inner_pad, place) # get_byte(key, place));
        outer_pad := set_byte(outer_pad, place, get_byte(outer_pad, place) # get_byte(key, place));
    END LOOP;
    RETURN sha256(outer_pad || sha256(inner_pad || message));
END $function$;
