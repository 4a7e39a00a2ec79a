-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.access_member FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_glass FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_bar FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_organisation FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_share FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_teammember FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_unit FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.access_user FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.account_emailaddress FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.mfa_authenticator FORCE ROW LEVEL SECURITY;

SET LOCAL ROLE samvern_audit;
ALTER TABLE audit.detail ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.history ENABLE ROW LEVEL SECURITY;
CREATE POLICY keeper ON audit.detail TO samvern_audit USING (true);
CREATE POLICY keeper ON audit.head TO samvern_audit USING (true);
CREATE POLICY keeper ON audit.history TO samvern_audit USING (true);
CREATE POLICY keeper ON audit.line TO samvern_audit USING (true);
ALTER TABLE audit.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON audit.detail FOR SELECT TO samvern_app USING ((EXISTS ( SELECT 1
   FROM audit.line l
  WHERE ((l.chain = detail.chain) AND (l.number = detail.number)))));
CREATE POLICY reading ON audit.head FOR SELECT TO samvern_app USING (((chain = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = 'auditor'::text)));

RESET ROLE;
ALTER TABLE public.access_bar ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_teammember ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.account_emailaddress ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasing ON public.access_bar FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.access_glass FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.access_share FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.access_teammember FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.access_bar FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.access_glass FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.access_share FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.access_teammember FOR SELECT TO samvern_gate USING (true);
CREATE POLICY insert_samvern_app ON public.access_member FOR INSERT TO samvern_app WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (user_id <> ( SELECT gate.person() AS person)) AND ((role)::text <> 'service'::text) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY insert_samvern_app ON public.access_unit FOR INSERT TO samvern_app WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));
CREATE POLICY living_changed ON public.access_teammember FOR UPDATE TO samvern_gate USING (true);
ALTER TABLE public.mfa_authenticator ENABLE ROW LEVEL SECURITY;
CREATE POLICY migration ON public.access_bar TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_glass TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_member TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_organisation TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_share TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_teammember TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_unit TO samvern_owner USING (true);
CREATE POLICY migration ON public.access_user TO samvern_owner USING (true);
CREATE POLICY migration ON public.account_emailaddress TO samvern_owner USING (true);
CREATE POLICY migration ON public.mfa_authenticator TO samvern_owner USING (true);
CREATE POLICY samvern_gate ON public.access_bar FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_glass FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_member FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_organisation FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_share FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_teammember FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_unit FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.access_user FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_end ON public.access_member FOR UPDATE TO samvern_gate USING (((role)::text = 'service'::text));
CREATE POLICY samvern_gate_insert ON public.access_glass FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.access_member FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.access_share FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.access_user FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_phone ON public.access_member FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.access_glass FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.access_share FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY select_samvern_app ON public.access_glass FOR SELECT TO samvern_app USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND ((owner_organisation_id = ( SELECT gate.organisation() AS organisation)) OR (member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation))))))));
CREATE POLICY select_samvern_app ON public.access_organisation FOR SELECT TO samvern_app USING ((( SELECT gate.member() AS member) IS NOT NULL));
CREATE POLICY select_samvern_app ON public.access_unit FOR SELECT TO samvern_app USING ((( SELECT gate.member() AS member) IS NOT NULL));
CREATE POLICY self ON public.access_user TO samvern_app USING ((id = ( SELECT gate.self() AS self)));
CREATE POLICY self ON public.account_emailaddress FOR SELECT TO samvern_app USING ((user_id = ( SELECT gate.self() AS self)));
CREATE POLICY self ON public.mfa_authenticator TO samvern_app USING ((user_id = ( SELECT gate.self() AS self)));
CREATE POLICY update_samvern_app ON public.access_member FOR UPDATE TO samvern_app USING (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (user_id <> ( SELECT gate.person() AS person)) AND ((role)::text <> 'service'::text))) WITH CHECK (((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))));
CREATE POLICY update_samvern_app ON public.access_organisation FOR UPDATE TO samvern_app USING (((( SELECT gate.role() AS role) = 'administrator'::text) AND (id = ( SELECT gate.organisation() AS organisation))));
CREATE POLICY update_samvern_app ON public.access_unit FOR UPDATE TO samvern_app USING (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));
