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
-- Destroy the key of something in a case that is not a person and not the case itself, such as a
-- document; for those two people decide. Never under a legal hold.
CREATE FUNCTION gate.shred_key(of_subject uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    gone integer;
BEGIN
    UPDATE public.identity_key k SET wrapped = NULL, shredded_at = statement_timestamp()
    FROM public.cases_case c
    WHERE k.subject_id = of_subject AND k.wrapped IS NOT NULL AND c.id = k.case_id
      AND c.id <> of_subject AND c.held_at IS NULL
      AND (c.organisation_id = gate.organisation() OR c.id = ANY (gate.mine()))
      AND gate.sees(c.id, 'case')
      AND NOT EXISTS (SELECT 1 FROM public.cases_person p WHERE p.id = of_subject);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
GRANT EXECUTE ON FUNCTION gate.shred_key TO samvern_app;
GRANT EXECUTE ON FUNCTION gate.change_only, gate.fill_once, gate.forget_claim, gate.forget_subject
    TO samvern_owner;
RESET ROLE;

CREATE TRIGGER change_only BEFORE UPDATE ON identity_protectedaddress FOR EACH ROW
    EXECUTE FUNCTION gate.change_only('grade', 'address_sealed', 'version', 'changed_at');
-- A key is destroyed by the gate alone, when two people said so, and wrapped anew by the owner.
CREATE TRIGGER change_only BEFORE UPDATE ON identity_key FOR EACH ROW
    EXECUTE FUNCTION gate.change_only('nothing');
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
GRANT SELECT, UPDATE (wrapped, shredded_at) ON identity_key TO samvern_gate;
CREATE POLICY shredding ON identity_key TO samvern_gate USING (true);
