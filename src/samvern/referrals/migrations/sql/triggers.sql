-- SPDX-License-Identifier: EUPL-1.2
-- Triggers of the tables.
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_concern FOR EACH ROW WHEN ((new.state IN ('made', 'confirmed', 'investigating'))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_concernstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_concern');
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_crossing FOR EACH ROW WHEN (((new.state IN ('prepared', 'sent')) OR (new.state IN ('accepted', 'travelled', 'missing')))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_crossing');
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_referral FOR EACH ROW WHEN (((new.state IN ('sent', 'seen', 'answered_back', 'asked_back')) OR (new.state IN ('accepted', 'arrived', 'never_arrived')))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_referral');
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_sending FOR EACH ROW WHEN ((new.state IN ('waiting', 'opened', 'received', 'ring', 'can_help'))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_case BEFORE INSERT ON public.referrals_sendingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.step_in_open_case('referrals_sending');
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_concern FOR EACH ROW WHEN (((NOT COALESCE((old.state IN ('made', 'confirmed', 'investigating')), false)) AND (new.state IN ('made', 'confirmed', 'investigating')))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_crossing FOR EACH ROW WHEN (((NOT COALESCE(((old.state IN ('prepared', 'sent')) OR (old.state IN ('accepted', 'travelled', 'missing'))), false)) AND ((new.state IN ('prepared', 'sent')) OR (new.state IN ('accepted', 'travelled', 'missing'))))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_referral FOR EACH ROW WHEN (((NOT COALESCE(((old.state IN ('sent', 'seen', 'answered_back', 'asked_back')) OR (old.state IN ('accepted', 'arrived', 'never_arrived'))), false)) AND ((new.state IN ('sent', 'seen', 'answered_back', 'asked_back')) OR (new.state IN ('accepted', 'arrived', 'never_arrived'))))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_a_revived BEFORE UPDATE ON public.referrals_sending FOR EACH ROW WHEN (((NOT COALESCE((old.state IN ('waiting', 'opened', 'received', 'ring', 'can_help')), false)) AND (new.state IN ('waiting', 'opened', 'received', 'ring', 'can_help')))) EXECUTE FUNCTION gate.needs_open_case();
CREATE TRIGGER a_hold BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN (((new.side)::text <> 'gate'::text)) EXECUTE FUNCTION gate.hold_referral();
CREATE TRIGGER a_may_refer BEFORE INSERT ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.may_refer();
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_concernstep FOR EACH ROW EXECUTE FUNCTION gate.take_step('referrals_concern');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('referrals_crossing');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_referralstep FOR EACH ROW WHEN (((new.side)::text <> 'gate'::text)) EXECUTE FUNCTION gate.take_step('referrals_referral');
CREATE TRIGGER a_take_step BEFORE INSERT ON public.referrals_sendingstep FOR EACH ROW WHEN ((CURRENT_USER <> 'samvern_gate'::name)) EXECUTE FUNCTION gate.take_step('referrals_sending');
CREATE TRIGGER b_follow AFTER INSERT ON public.referrals_referralstep FOR EACH ROW EXECUTE FUNCTION gate.follow_step();
CREATE TRIGGER b_guard_crossing BEFORE INSERT ON public.referrals_crossingstep FOR EACH ROW WHEN ((new.move IN ('send', 'depart'))) EXECUTE FUNCTION gate.guard_crossing();
CREATE TRIGGER empty_link AFTER UPDATE OF state ON public.referrals_sending FOR EACH ROW WHEN ((new.state IN ('locked', 'expired', 'called_back', 'cannot'))) EXECUTE FUNCTION gate.empty_link();
CREATE TRIGGER follow_consent_outside AFTER UPDATE OF withdrawn_at ON public.cases_consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION gate.follow_consent_outside();
CREATE TRIGGER follow_consent_referrals AFTER UPDATE OF withdrawn_at ON public.cases_consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION gate.end_referrals_of_consent();
CREATE TRIGGER follow_share AFTER UPDATE OF ended_at ON public.access_share FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION gate.end_referral_of_share();
CREATE TRIGGER forget AFTER DELETE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.forget_referral();
CREATE TRIGGER forget_link AFTER DELETE ON public.referrals_sending FOR EACH ROW EXECUTE FUNCTION gate.empty_link();
CREATE TRIGGER tell_sent AFTER INSERT ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.tell_sent();
