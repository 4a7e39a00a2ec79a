-- SPDX-License-Identifier: EUPL-1.2
-- Rights, each by name.

SET LOCAL ROLE samvern_gate;
REVOKE ALL ON FUNCTION gate.addresses() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.addresses() TO samvern_app;
GRANT ALL ON FUNCTION gate.addresses() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.end_draft() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.end_draft() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.find_subjects(blinds bytea[], purpose text, fields text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.find_subjects(blinds bytea[], purpose text, fields text[]) TO samvern_app;
REVOKE ALL ON FUNCTION gate.forget_claim() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.forget_claim() TO samvern_owner;
REVOKE ALL ON FUNCTION gate.forget_subject() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.forget_subject() TO samvern_owner;

RESET ROLE;
GRANT SELECT,DELETE ON TABLE public.identity_addressreader TO samvern_gate;
GRANT SELECT,INSERT,UPDATE ON TABLE public.identity_addressreader TO samvern_app;
GRANT SELECT(case_id) ON TABLE public.identity_addressreader TO samvern_gate;
GRANT SELECT ON TABLE public.identity_answer TO samvern_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.identity_answer TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.identity_answer TO samvern_gate;
GRANT SELECT,INSERT,UPDATE ON TABLE public.identity_claim TO samvern_app;
GRANT DELETE ON TABLE public.identity_claim TO samvern_gate;
GRANT SELECT(id) ON TABLE public.identity_claim TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.identity_claim TO samvern_gate;
GRANT SELECT(kind) ON TABLE public.identity_claim TO samvern_gate;
GRANT SELECT(ended_at) ON TABLE public.identity_claim TO samvern_gate;
GRANT SELECT ON TABLE public.identity_inquiry TO samvern_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.identity_inquiry TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.identity_inquiry TO samvern_gate;
GRANT SELECT,INSERT,UPDATE ON TABLE public.identity_key TO samvern_app;
GRANT SELECT ON TABLE public.identity_key TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.identity_key TO samvern_gate;
GRANT SELECT(wrapped),UPDATE(wrapped) ON TABLE public.identity_key TO samvern_gate;
GRANT UPDATE(shredded_at) ON TABLE public.identity_key TO samvern_gate;
GRANT INSERT ON TABLE public.identity_lookup TO samvern_app;
GRANT SELECT,DELETE ON TABLE public.identity_lookup TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.identity_lookup TO samvern_gate;
GRANT SELECT,INSERT,UPDATE ON TABLE public.identity_protectedaddress TO samvern_app;
GRANT DELETE ON TABLE public.identity_protectedaddress TO samvern_gate;
GRANT SELECT(id) ON TABLE public.identity_protectedaddress TO samvern_gate;
GRANT SELECT(case_id) ON TABLE public.identity_protectedaddress TO samvern_gate;
GRANT SELECT(created_by_id) ON TABLE public.identity_protectedaddress TO samvern_gate;
