-- SPDX-License-Identifier: EUPL-1.2
-- Triggers of the tables.
CREATE TRIGGER change_only BEFORE UPDATE ON public.identity_key FOR EACH ROW EXECUTE FUNCTION gate.change_only('nothing');
CREATE TRIGGER change_only BEFORE UPDATE ON public.identity_protectedaddress FOR EACH ROW EXECUTE FUNCTION gate.change_only('grade', 'address_sealed', 'version', 'changed_at');
CREATE TRIGGER fill_once BEFORE UPDATE ON public.identity_addressreader FOR EACH ROW EXECUTE FUNCTION gate.fill_once('approved_by_id', 'ended_at');
CREATE TRIGGER fill_once BEFORE UPDATE ON public.identity_claim FOR EACH ROW EXECUTE FUNCTION gate.fill_once('ended_at', 'ended_by_id', 'end_sealed', 'replaced_by_id');
CREATE TRIGGER forget AFTER UPDATE ON public.identity_claim FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION gate.forget_claim();
CREATE TRIGGER forget AFTER UPDATE ON public.identity_key FOR EACH ROW WHEN (((old.wrapped IS NOT NULL) AND (new.wrapped IS NULL))) EXECUTE FUNCTION gate.forget_subject();
