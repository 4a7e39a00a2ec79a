-- SPDX-License-Identifier: EUPL-1.2
-- Triggers of the tables.
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_conference FOR EACH ROW WHEN ((new.state IN ('planned', 'held'))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_conferencestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('coordination_conference');
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_nudge FOR EACH ROW WHEN (((new.state)::text = 'asked'::text)) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_nudgestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('coordination_nudge');
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_planitem FOR EACH ROW WHEN (((new.state)::text = 'agreed'::text)) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.coordination_planitemstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('coordination_planitem');
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.coordination_conference FOR EACH ROW WHEN (((NOT COALESCE((old.state IN ('planned', 'held')), false)) AND (new.state IN ('planned', 'held')))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.coordination_nudge FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'asked'::text), false)) AND ((new.state)::text = 'asked'::text))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.coordination_planitem FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'agreed'::text), false)) AND ((new.state)::text = 'agreed'::text))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_conferencestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('coordination_conference');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_deliverystep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_delivery');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_hookstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_hook');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_nudgestep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('coordination_nudge');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_planitemstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('coordination_planitem');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_programstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_program');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.coordination_seatstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('coordination_seat');
CREATE TRIGGER b_end_program AFTER INSERT ON public.coordination_programstep FOR EACH ROW WHEN (((new.move)::text = 'end'::text)) EXECUTE FUNCTION gate.end_program();
CREATE TRIGGER b_keep BEFORE INSERT ON public.coordination_seatstep FOR EACH ROW EXECUTE FUNCTION gate.keep_seatstep();
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF starts_at, lasts, where_sealed, agenda_sealed, voice, voice_sealed ON public.coordination_conference FOR EACH ROW EXECUTE FUNCTION gate.keep_conference();
CREATE TRIGGER keep BEFORE INSERT ON public.coordination_minutes FOR EACH ROW EXECUTE FUNCTION gate.keep_part();
CREATE TRIGGER keep BEFORE INSERT ON public.coordination_planitem FOR EACH ROW EXECUTE FUNCTION gate.keep_part();
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF share_id ON public.coordination_seat FOR EACH ROW EXECUTE FUNCTION gate.keep_seat();
CREATE TRIGGER tell AFTER INSERT ON public.coordination_seatstep FOR EACH ROW WHEN (((new.side)::text = 'receiver'::text)) EXECUTE FUNCTION gate.tell_caller();
