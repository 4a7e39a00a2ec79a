-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.identity_addressreader FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.identity_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.identity_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.identity_inquiry FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.identity_key FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.identity_lookup FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.identity_protectedaddress FORCE ROW LEVEL SECURITY;
CREATE POLICY erasing ON public.identity_addressreader FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.identity_answer FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.identity_claim FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.identity_inquiry FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.identity_key TO samvern_gate USING (true);
CREATE POLICY erasing ON public.identity_lookup FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.identity_protectedaddress FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.identity_addressreader FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.identity_answer FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.identity_claim FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.identity_inquiry FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.identity_lookup FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.identity_protectedaddress FOR SELECT TO samvern_gate USING (true);
ALTER TABLE public.identity_addressreader ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.identity_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.identity_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.identity_inquiry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.identity_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.identity_lookup ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.identity_protectedaddress ENABLE ROW LEVEL SECURITY;
CREATE POLICY insert_place ON public.identity_key FOR INSERT TO samvern_app WITH CHECK (((case_id = subject_id) AND gate.reads_place(subject_id)));
CREATE POLICY insert_placeaddress ON public.identity_key FOR INSERT TO samvern_app WITH CHECK (((case_id = subject_id) AND gate.reads_placeaddress(subject_id)));
CREATE POLICY insert_samvern_app ON public.identity_addressreader FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('address'::text) AS opens) AND (address_id = ANY (( SELECT gate.addresses() AS addresses)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.identity_protectedaddress p
  WHERE ((p.id = identity_addressreader.address_id) AND (p.case_id = identity_addressreader.case_id)))) AND (proposed_by_id = ( SELECT gate.member() AS member)) AND (approved_by_id IS NULL) AND (ended_at IS NULL) AND (( SELECT count(*) AS count
   FROM public.access_member m
  WHERE ((m.id = ANY (ARRAY[identity_addressreader.member_id, identity_addressreader.asked_id])) AND (m.organisation_id = ( SELECT gate.organisation() AS organisation)))) = 2) AND ((( SELECT gate.member() AS member) <> member_id) AND (( SELECT gate.member() AS member) <> asked_id)) AND (member_id <> asked_id)));
CREATE POLICY living_seen ON public.identity_claim FOR SELECT TO samvern_gate USING (true);
CREATE POLICY migration ON public.identity_addressreader TO samvern_owner USING (true);
CREATE POLICY migration ON public.identity_answer TO samvern_owner USING (true);
CREATE POLICY migration ON public.identity_claim TO samvern_owner USING (true);
CREATE POLICY migration ON public.identity_inquiry TO samvern_owner USING (true);
CREATE POLICY migration ON public.identity_key TO samvern_owner USING (true);
CREATE POLICY migration ON public.identity_lookup TO samvern_owner USING (true);
CREATE POLICY migration ON public.identity_protectedaddress TO samvern_owner USING (true);
CREATE POLICY samvern_gate ON public.identity_addressreader FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.identity_answer TO samvern_gate USING (true) WITH CHECK (true);
CREATE POLICY samvern_gate ON public.identity_inquiry TO samvern_gate USING (true) WITH CHECK (true);
CREATE POLICY samvern_gate ON public.identity_lookup FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.identity_protectedaddress FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_delete ON public.identity_lookup FOR DELETE TO samvern_gate USING (true);
CREATE POLICY select_conference ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_conference(subject_id));
CREATE POLICY select_place ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_place(subject_id));
CREATE POLICY select_placeaddress ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_placeaddress(subject_id));
CREATE POLICY select_samvern_app ON public.identity_addressreader FOR SELECT TO samvern_app USING ((( SELECT gate.opens('address'::text) AS opens) AND ((SELECT gate.member()) IN (proposed_by_id, member_id, asked_id) OR (address_id = ANY (( SELECT gate.addresses() AS addresses)::uuid[])))));
CREATE POLICY select_samvern_app ON public.identity_protectedaddress FOR SELECT TO samvern_app USING ((( SELECT gate.opens('address'::text) AS opens) AND (id = ANY (( SELECT gate.addresses() AS addresses)::uuid[]))));
CREATE POLICY shredding ON public.identity_key TO samvern_gate USING (true);
CREATE POLICY update_samvern_app ON public.identity_addressreader FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('address'::text) AS opens) AND ((asked_id = ( SELECT gate.member() AS member)) OR (address_id = ANY (( SELECT gate.addresses() AS addresses)::uuid[]))))) WITH CHECK ((( SELECT gate.opens('address'::text) AS opens) AND ((ended_at IS NOT NULL) OR (approved_by_id IS NULL) OR ((approved_by_id = ( SELECT gate.member() AS member)) AND (asked_id = ( SELECT gate.member() AS member))))));
CREATE POLICY update_samvern_app ON public.identity_protectedaddress FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('address'::text) AS opens) AND (id = ANY (( SELECT gate.addresses() AS addresses)::uuid[]))));
