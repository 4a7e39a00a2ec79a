-- SPDX-License-Identifier: EUPL-1.2
-- Second factors. A row counts only with its MAC, made by the database under a key that no role can
-- read; and the application writes one only as it said, under the gate's key, that it would. So a
-- statement smuggled into a session makes no passkey and no code, and takes none away.

SET LOCAL ROLE samvern_gate;

CREATE TABLE gate.factor_secret (
    id smallint PRIMARY KEY CHECK (id = 1),
    value bytea NOT NULL CHECK (octet_length(value) = 32)
);
INSERT INTO gate.factor_secret
VALUES (1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

CREATE FUNCTION gate.factor_mac(of_user uuid, of_type text, content jsonb) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT gate.hmac(s.value, convert_to(concat_ws('|', 'factor', of_user, of_type, content::text), 'UTF8'))
    FROM gate.factor_secret s
$$;

CREATE FUNCTION gate.factor_holds(of_user uuid, of_type text, content jsonb, mac bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce(mac = gate.factor_mac(of_user, of_type, content), false) $$;

CREATE FUNCTION gate.seal_factor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    NEW.mac := gate.factor_mac(NEW.user_id, NEW.type::text, NEW.data);
    RETURN NEW;
END $$;

-- What the application said it would write: whose, of which kind (or 'delete'), what, until when.
CREATE FUNCTION gate.guard_factor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    said text[] := string_to_array(nullif(current_setting('samvern.factor', true), ''), '|');
    proved timestamptz := (SELECT a.authenticated_at FROM gate.acting() a);
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.user_id, NEW.type, NEW.data, NEW.mac)
        IS NOT DISTINCT FROM (OLD.id, OLD.user_id, OLD.type, OLD.data, OLD.mac) THEN
        RETURN NEW;  -- when it was last used
    END IF;
    IF said IS NULL OR array_length(said, 1) <> 5
        OR NOT gate.signed(concat_ws('|', 'factor', said[1], said[2], said[3], said[4]), decode(said[5], 'hex'))
        OR to_timestamp(said[4]::bigint) < statement_timestamp()
        -- A session at work makes one only when its person has just shown who she is.
        OR TG_OP = 'INSERT' AND proved < statement_timestamp() - interval '5 minutes'
        OR TG_OP = 'DELETE' AND (said[1], said[2]) IS DISTINCT FROM (OLD.user_id::text, 'delete')
        OR TG_OP <> 'DELETE' AND ((said[1], said[2]) IS DISTINCT FROM (NEW.user_id::text, NEW.type::text)
            OR convert_from(decode(said[3], 'hex'), 'UTF8')::jsonb IS DISTINCT FROM NEW.data)
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'mfa_authenticator: written by the sign-in alone';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION gate.factor_mac(uuid, text, jsonb), gate.factor_holds(uuid, text, jsonb, bytea),
    gate.seal_factor(), gate.guard_factor() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.factor_holds(uuid, text, jsonb, bytea) TO samvern_app, samvern_owner;
GRANT EXECUTE ON FUNCTION gate.seal_factor(), gate.guard_factor() TO samvern_owner;

-- A provider's identity is connected by somebody who has just shown who she is.
CREATE OR REPLACE FUNCTION gate.vouch(of_name bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH made AS (
        INSERT INTO gate.vouched (name, user_id) SELECT of_name, a.person FROM gate.acting() a
        WHERE a.person IS NOT NULL AND a.authenticated_at > statement_timestamp() - interval '5 minutes'
        ON CONFLICT DO NOTHING RETURNING 1
    ) SELECT EXISTS (SELECT 1 FROM made)
$$;

RESET ROLE;

ALTER TABLE public.mfa_authenticator ADD COLUMN mac bytea;
CREATE TRIGGER guard_factor BEFORE INSERT OR UPDATE OR DELETE ON public.mfa_authenticator FOR EACH ROW
    WHEN (CURRENT_USER = 'samvern_app') EXECUTE FUNCTION gate.guard_factor();
-- After the guard, by its name: triggers run in the order of their names.
CREATE TRIGGER seal_factor BEFORE INSERT OR UPDATE ON public.mfa_authenticator FOR EACH ROW
    EXECUTE FUNCTION gate.seal_factor();
UPDATE public.mfa_authenticator SET type = type;
DROP POLICY self ON public.mfa_authenticator;
CREATE POLICY self ON public.mfa_authenticator TO samvern_app USING (user_id = (SELECT gate.self())
    AND gate.factor_holds(user_id, type::text, data, mac));
