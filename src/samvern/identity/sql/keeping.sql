-- SPDX-License-Identifier: EUPL-1.2
-- What may change in a row. The application's role is held to it, whatever the program says.
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

-- A key is never changed, only destroyed; new wrapping is the owner's work.
CREATE FUNCTION gate.destroy_only() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF current_user = 'samvern_app' AND (
        to_jsonb(NEW) - '{wrapped,shredded_at}'::text[] IS DISTINCT FROM
            to_jsonb(OLD) - '{wrapped,shredded_at}'::text[]
        OR NEW.wrapped IS NOT NULL AND NEW.wrapped IS DISTINCT FROM OLD.wrapped
        OR OLD.shredded_at IS NOT NULL AND NEW.shredded_at IS DISTINCT FROM OLD.shredded_at)
    THEN
        RAISE insufficient_privilege USING MESSAGE = TG_TABLE_NAME || ': only destroyed';
    END IF;
    RETURN NEW;
END $$;

-- What a claim was found by goes when the claim is set aside.
CREATE FUNCTION gate.forget_claim() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM public.identity_lookup l WHERE l.claim_id = NEW.id OR l.with_claim_id = NEW.id;
    RETURN NULL;
END $$;

-- What a person was found by goes when her key, or that of her case, is destroyed.
CREATE FUNCTION gate.forget_subject() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM public.identity_lookup l
    WHERE l.person_id = NEW.subject_id OR l.case_id = NEW.subject_id;
    RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION gate.change_only, gate.fill_once, gate.destroy_only, gate.forget_claim,
    gate.forget_subject TO samvern_owner;
RESET ROLE;

CREATE TRIGGER change_only BEFORE UPDATE ON identity_protectedaddress FOR EACH ROW
    EXECUTE FUNCTION gate.change_only('grade', 'address_sealed', 'version', 'changed_at');
CREATE TRIGGER destroy_only BEFORE UPDATE ON identity_key FOR EACH ROW
    EXECUTE FUNCTION gate.destroy_only();
CREATE TRIGGER fill_once BEFORE UPDATE ON identity_claim FOR EACH ROW
    EXECUTE FUNCTION gate.fill_once('ended_at', 'ended_by_id', 'end_sealed', 'replaced_by_id');
CREATE TRIGGER fill_once BEFORE UPDATE ON identity_addressreader FOR EACH ROW
    EXECUTE FUNCTION gate.fill_once('approved_by_id', 'ended_at');
CREATE TRIGGER forget AFTER UPDATE ON identity_claim FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION gate.forget_claim();
CREATE TRIGGER forget AFTER UPDATE ON identity_key FOR EACH ROW
    WHEN (OLD.wrapped IS NOT NULL AND NEW.wrapped IS NULL) EXECUTE FUNCTION gate.forget_subject();
GRANT DELETE ON identity_lookup TO samvern_gate;
CREATE POLICY samvern_gate_delete ON identity_lookup FOR DELETE TO samvern_gate USING (true);
