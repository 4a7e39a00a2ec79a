-- SPDX-License-Identifier: EUPL-1.2
-- Triggers of the tables.
CREATE TRIGGER a_a_case BEFORE INSERT ON public.contacts_origin FOR EACH ROW WHEN (true) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_take_step BEFORE INSERT ON public.contacts_advicestep FOR EACH ROW EXECUTE FUNCTION gate.take_step('contacts_advice');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.contacts_callbackstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('contacts_callback');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.contacts_questionstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('contacts_question');
CREATE TRIGGER b_guard_approval BEFORE INSERT ON public.contacts_advicestep FOR EACH ROW EXECUTE FUNCTION gate.guard_approval();
CREATE TRIGGER end_callback AFTER INSERT ON public.contacts_callbackstep FOR EACH ROW EXECUTE FUNCTION gate.end_callback();
CREATE TRIGGER end_draft AFTER INSERT ON public.contacts_advicestep FOR EACH ROW EXECUTE FUNCTION gate.end_draft();
CREATE TRIGGER fill_once BEFORE UPDATE ON public.contacts_question FOR EACH ROW EXECUTE FUNCTION gate.fill_once('text_sealed');
CREATE TRIGGER guard_advice BEFORE UPDATE ON public.contacts_advice FOR EACH ROW EXECUTE FUNCTION gate.guard_advice();
CREATE TRIGGER keep_history BEFORE UPDATE ON public.contacts_contactrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('identity');
CREATE TRIGGER tell_of_question AFTER INSERT ON public.contacts_question FOR EACH ROW EXECUTE FUNCTION gate.tell_of_question();
CREATE TRIGGER tell_of_question AFTER INSERT ON public.contacts_questionstep FOR EACH ROW EXECUTE FUNCTION gate.tell_of_question();
