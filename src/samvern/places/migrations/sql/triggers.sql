-- SPDX-License-Identifier: EUPL-1.2
-- Triggers of the tables.
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_booking FOR EACH ROW WHEN ((((new.state)::text = 'held'::text) OR (new.state IN ('booked', 'arrived')))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_bookingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('places_booking');
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_waiting FOR EACH ROW WHEN (((new.state)::text = 'waiting'::text)) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.places_waitingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('places_waiting');
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.places_booking FOR EACH ROW WHEN (((NOT COALESCE((((old.state)::text = 'held'::text) OR (old.state IN ('booked', 'arrived'))), false)) AND (((new.state)::text = 'held'::text) OR (new.state IN ('booked', 'arrived'))))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.places_waiting FOR EACH ROW WHEN (((NOT COALESCE(((old.state)::text = 'waiting'::text), false)) AND ((new.state)::text = 'waiting'::text))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_begin BEFORE INSERT ON public.places_booking FOR EACH ROW EXECUTE FUNCTION gate.begin_booking();
CREATE TRIGGER a_take_step BEFORE INSERT ON public.places_bookingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('places_booking');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.places_waitingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('places_waiting');
CREATE TRIGGER b_follow AFTER INSERT ON public.places_bookingstep FOR EACH ROW EXECUTE FUNCTION gate.follow_booking();
CREATE TRIGGER b_take AFTER INSERT ON public.places_booking FOR EACH ROW EXECUTE FUNCTION gate.take_room();
CREATE TRIGGER c_free AFTER UPDATE ON public.places_occupancy FOR EACH ROW WHEN ((old.live AND ((NOT new.live) OR (upper(new.during) < upper(old.during))))) EXECUTE FUNCTION gate.free_room();
CREATE TRIGGER c_free AFTER UPDATE OF active ON public.places_room FOR EACH ROW WHEN ((new.active AND (NOT old.active))) EXECUTE FUNCTION gate.free_room();
CREATE TRIGGER keep_history BEFORE UPDATE ON public.places_place FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION audit.keep('case');
