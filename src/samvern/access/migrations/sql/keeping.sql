-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Columns named may change; every other stays as it was written.
CREATE FUNCTION gate.change_only() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF current_user = 'samvern_app'
        AND to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': not everything may change';
    END IF;
    RETURN NEW;
END $$;

-- Columns named are filled in once; nothing is ever overwritten.
CREATE FUNCTION gate.fill_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    before jsonb := to_jsonb(OLD);
    after jsonb := to_jsonb(NEW);
BEGIN
    IF current_user = 'samvern_app' AND (
        after - TG_ARGV IS DISTINCT FROM before - TG_ARGV
        OR EXISTS (
            SELECT 1 FROM unnest(TG_ARGV) name
            WHERE before -> name <> 'null' AND before -> name IS DISTINCT FROM after -> name))
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': filled in once';
    END IF;
    RETURN NEW;
END $$;

RESET ROLE;
