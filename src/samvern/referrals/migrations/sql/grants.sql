-- SPDX-License-Identifier: EUPL-1.2
-- Rights, each by name.

SET LOCAL ROLE samvern_gate;
REVOKE ALL ON FUNCTION gate.answer_link(found_by bytea, proved_by bytea, made text, why text, words bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.answer_link(found_by bytea, proved_by bytea, made text, why text, words bytea) TO samvern_app;

RESET ROLE;
GRANT SELECT,DELETE ON TABLE public.referrals_referral TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_referral TO samvern_app;
GRANT UPDATE(state) ON TABLE public.referrals_referral TO samvern_gate;
GRANT UPDATE(state_since) ON TABLE public.referrals_referral TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_referral TO samvern_gate;
GRANT UPDATE(due_at) ON TABLE public.referrals_referral TO samvern_app;

SET LOCAL ROLE samvern_gate;
REVOKE ALL ON FUNCTION gate.consent_carries(r public.referrals_referral) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.end_referral(referral uuid, unread text, opened text, by_member uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.end_referral_of_share() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.end_referral_of_share() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.end_referrals_of_consent() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.end_referrals_of_consent() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.follow_consent_outside() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.follow_consent_outside() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.follow_step() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.follow_step() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.held_back(crossing uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.hold_referral() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.hold_referral() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.keep_link(sending uuid, found_by bytea, proved_by bytea, sealed bytea, answers_to bytea, openings integer) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.keep_link(sending uuid, found_by bytea, proved_by bytea, sealed bytea, answers_to bytea, openings integer) TO samvern_app;
REVOKE ALL ON FUNCTION gate.knows_link(found_by bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.knows_link(found_by bytea) TO samvern_app;
REVOKE ALL ON FUNCTION gate.open_link(found_by bytea, proved_by bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.open_link(found_by bytea, proved_by bytea) TO samvern_app;
REVOKE ALL ON FUNCTION gate.reads_referral(referral uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.reads_referral(referral uuid) TO samvern_app;
REVOKE ALL ON FUNCTION gate.remind_referral(referral uuid, target text, point text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.remind_referral(referral uuid, target text, point text) TO samvern_app;
REVOKE ALL ON FUNCTION gate.side_of(r public.referrals_referral, side text, lead boolean) FROM PUBLIC;

RESET ROLE;
GRANT SELECT,DELETE ON TABLE public.referrals_sending TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_sending TO samvern_app;
GRANT UPDATE(state) ON TABLE public.referrals_sending TO samvern_gate;
GRANT UPDATE(state_since) ON TABLE public.referrals_sending TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_sending TO samvern_gate;

SET LOCAL ROLE samvern_gate;
REVOKE ALL ON FUNCTION gate.step_sending(s public.referrals_sending, made text, why text, words bytea, mover uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.stop_crossings(consent uuid, mover uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.tell_coordinators(r public.referrals_referral, kind text, key text) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.tell_senders(s public.referrals_sending, what text, again text) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.tell_side(r public.referrals_referral, side text, lead boolean, kind text, key text) FROM PUBLIC;

RESET ROLE;
GRANT SELECT,INSERT ON TABLE public.referrals_referralstep TO samvern_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.referrals_referralstep TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_referralstep TO samvern_gate;

SET LOCAL ROLE samvern_gate;
REVOKE ALL ON FUNCTION gate.tell_step(step public.referrals_referralstep) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.try_link(found_by bytea, proved_by bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION gate.unnamed_counts(of_year integer, by_what text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.unnamed_counts(of_year integer, by_what text) TO samvern_app;

RESET ROLE;
GRANT SELECT,DELETE ON TABLE public.referrals_concern TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_concern TO samvern_app;
GRANT UPDATE(state) ON TABLE public.referrals_concern TO samvern_gate;
GRANT UPDATE(state_since) ON TABLE public.referrals_concern TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_concern TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_concernstep TO samvern_app;
GRANT INSERT,DELETE ON TABLE public.referrals_concernstep TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_concernstep TO samvern_gate;
GRANT SELECT,DELETE ON TABLE public.referrals_crossing TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_crossing TO samvern_app;
GRANT UPDATE(state) ON TABLE public.referrals_crossing TO samvern_gate;
GRANT UPDATE(state_since) ON TABLE public.referrals_crossing TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_crossing TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_crossingcheck TO samvern_app;
GRANT SELECT,DELETE ON TABLE public.referrals_crossingcheck TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_crossingcheck TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_crossingstep TO samvern_app;
GRANT INSERT,DELETE ON TABLE public.referrals_crossingstep TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_crossingstep TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_letter TO samvern_app;
GRANT DELETE ON TABLE public.referrals_letter TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_letter TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_opened TO samvern_app;
GRANT DELETE ON TABLE public.referrals_opened TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_opened TO samvern_gate;
GRANT SELECT,INSERT ON TABLE public.referrals_sendingstep TO samvern_app;
GRANT INSERT,DELETE ON TABLE public.referrals_sendingstep TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.referrals_sendingstep TO samvern_gate;
GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_service TO samvern_app;
GRANT INSERT ON TABLE public.referrals_unnamed TO samvern_app;
GRANT SELECT ON TABLE public.referrals_unnamed TO samvern_gate;
