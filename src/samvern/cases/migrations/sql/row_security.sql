-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.cases_certificate FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_case FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_action FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_aftercare FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_agetold FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_assessment FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_assistance FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_consent FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_deadline FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_document FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_draft FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_factsheet FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_feed FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_goal FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_handover FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_note FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_notice FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_parcel FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_person FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_relation FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_risk FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_sign FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.cases_task FORCE ROW LEVEL SECURITY;

SET LOCAL ROLE samvern_audit;
CREATE POLICY reading ON audit.history FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = history.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY reading ON audit.line FOR SELECT TO samvern_app USING (((chain = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = 'auditor'::text) OR (( SELECT gate.opens('case'::text) AS opens) AND (act !~~ 'address.%'::text) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = line.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))))));

RESET ROLE;
ALTER TABLE public.cases_action ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_aftercare ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_agetold ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_assistance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_factsheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_goal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_parcel ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_relation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_risk ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_sign ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cases_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY danger_seen ON public.cases_risk FOR SELECT TO samvern_gate USING (true);
CREATE POLICY delete_samvern_app ON public.cases_draft FOR DELETE TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY delete_samvern_app ON public.cases_feed FOR DELETE TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY erasing ON public.cases_action FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_aftercare FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_agetold FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_assessment FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_assistance FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_case FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_certificate TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_consent FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_deadline FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_document FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_draft FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_factsheet FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_goal FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_handover FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_note FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_notice FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_person FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_proposal TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_relation FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_risk FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_sign FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.cases_task FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_action FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_aftercare FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_agetold FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_assessment FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_assistance FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_consent FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_deadline FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_document FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_draft FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_factsheet FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_goal FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_handover FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_note FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_notice FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_person FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_relation FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_risk FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_sign FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.cases_task FOR SELECT TO samvern_gate USING (true);
CREATE POLICY insert_samvern_app ON public.access_bar FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_bar.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation))))));
CREATE POLICY insert_samvern_app ON public.access_share FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id <> ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.access_teammember FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation))))));
CREATE POLICY insert_samvern_app ON public.cases_action FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_action.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_aftercare FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_agetold FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_agetold.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_assessment FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('assessment'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_assessment.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_assistance FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('assistance'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_case FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND (owner_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_consent FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('consent'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_deadline FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_document FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('documents'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_draft FOR INSERT TO samvern_app WITH CHECK ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY insert_samvern_app ON public.cases_factsheet FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_factsheet.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_feed FOR INSERT TO samvern_app WITH CHECK ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY insert_samvern_app ON public.cases_goal FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_goal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_handover FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_note FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('notes'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_notice FOR INSERT TO samvern_app WITH CHECK ((member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))));
CREATE POLICY insert_samvern_app ON public.cases_person FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_proposal FOR INSERT TO samvern_app WITH CHECK (((( SELECT gate.role() AS role) = ANY (ARRAY['service'::text, 'leader'::text])) AND ((state)::text = 'proposed'::text) AND (first_by_id IS NULL) AND (second_by_id IS NULL) AND (words_sealed IS NULL) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_proposal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.state)::text = 'closed'::text))))));
CREATE POLICY insert_samvern_app ON public.cases_relation FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_relation.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_risk FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_risk.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_sign FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.cases_task FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.identity_claim FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY insert_samvern_app ON public.identity_key FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_key.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY insert_samvern_app ON public.identity_lookup FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_lookup.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY insert_samvern_app ON public.identity_protectedaddress FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_protectedaddress.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY living_changed ON public.cases_action FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY living_changed ON public.cases_aftercare FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY living_changed ON public.cases_deadline FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY living_changed ON public.cases_handover FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY living_changed ON public.cases_task FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY living_seen ON public.cases_action FOR SELECT TO samvern_gate USING (true);
CREATE POLICY living_seen ON public.cases_aftercare FOR SELECT TO samvern_gate USING (true);
CREATE POLICY living_seen ON public.cases_handover FOR SELECT TO samvern_gate USING (true);
CREATE POLICY living_seen ON public.cases_task FOR SELECT TO samvern_gate USING (true);
CREATE POLICY migration ON public.cases_action TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_aftercare TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_agetold TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_assessment TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_assistance TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_case TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_certificate TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_consent TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_deadline TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_document TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_draft TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_factsheet TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_feed TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_goal TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_handover TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_note TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_notice TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_parcel TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_person TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_proposal TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_relation TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_risk TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_sign TO samvern_owner USING (true);
CREATE POLICY migration ON public.cases_task TO samvern_owner USING (true);
CREATE POLICY protecting ON public.cases_person FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_audit ON public.cases_case FOR SELECT TO samvern_audit USING (true);
CREATE POLICY samvern_gate ON public.cases_case FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.cases_deadline FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.cases_feed FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.cases_parcel FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.cases_person FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.cases_risk FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.cases_sign FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_delete ON public.cases_parcel FOR DELETE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_insert ON public.cases_notice FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.cases_parcel FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_lock ON public.cases_consent FOR UPDATE TO samvern_gate USING (true) WITH CHECK (false);
CREATE POLICY select_own_case ON public.access_glass FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_glass.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))));
CREATE POLICY select_samvern_app ON public.access_bar FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_bar.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))));
CREATE POLICY select_samvern_app ON public.access_member FOR SELECT TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) OR (organisation_id = ANY (( SELECT gate.partners() AS partners)::uuid[])) OR (user_id = ( SELECT gate.person() AS person))));
CREATE POLICY select_samvern_app ON public.access_share FOR SELECT TO samvern_app USING (((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)))));
CREATE POLICY select_samvern_app ON public.access_teammember FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_action FOR SELECT TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('plan'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_action.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_aftercare FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_agetold FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_agetold.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_assessment FOR SELECT TO samvern_app USING ((( SELECT gate.opens('assessment'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('assessment'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_assessment.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_assistance FOR SELECT TO samvern_app USING ((( SELECT gate.opens('assistance'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('assistance'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_case FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (owner_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_certificate FOR SELECT TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['leader'::text, 'auditor'::text]))));
CREATE POLICY select_samvern_app ON public.cases_consent FOR SELECT TO samvern_app USING ((( SELECT gate.opens('consent'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('consent'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_deadline FOR SELECT TO samvern_app USING ((( SELECT gate.opens('rights'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('rights'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_document FOR SELECT TO samvern_app USING ((( SELECT gate.opens('documents'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('documents'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_draft FOR SELECT TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY select_samvern_app ON public.cases_factsheet FOR SELECT TO samvern_app USING ((( SELECT gate.opens('rights'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('rights'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_factsheet.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_feed FOR SELECT TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY select_samvern_app ON public.cases_goal FOR SELECT TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('plan'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_goal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_handover FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_note FOR SELECT TO samvern_app USING ((( SELECT gate.opens('notes'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('notes'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_notice FOR SELECT TO samvern_app USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY select_samvern_app ON public.cases_person FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_proposal FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_proposal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY select_samvern_app ON public.cases_relation FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_relation.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_risk FOR SELECT TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('plan'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_risk.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_sign FOR SELECT TO samvern_app USING ((( SELECT gate.opens('rights'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('rights'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.cases_task FOR SELECT TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('plan'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.identity_answer FOR SELECT TO samvern_app USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_answer.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.identity_claim FOR SELECT TO samvern_app USING ((( SELECT gate.opens('identity'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('identity'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.identity_inquiry FOR SELECT TO samvern_app USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_inquiry.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.identity_key FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_key.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY update_samvern_app ON public.access_share FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_share.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))));
CREATE POLICY update_samvern_app ON public.access_teammember FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = access_teammember.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))))));
CREATE POLICY update_samvern_app ON public.cases_action FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_action.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_action.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_aftercare FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_aftercare.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_agetold FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_agetold.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_agetold.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_assistance FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('assistance'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('assistance'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_assistance.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_case FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (owner_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (owner_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[])))) AND (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))) AND (owner_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation))))));
CREATE POLICY update_samvern_app ON public.cases_consent FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('consent'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('consent'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_consent.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_deadline FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_deadline.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_document FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('documents'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('documents'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_document.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_draft FOR UPDATE TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY update_samvern_app ON public.cases_feed FOR UPDATE TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY update_samvern_app ON public.cases_goal FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_goal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_goal.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_handover FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_handover.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_note FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('notes'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('notes'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_note.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_notice FOR UPDATE TO samvern_app USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY update_samvern_app ON public.cases_person FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_person.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_relation FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_relation.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_relation.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_sign FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('rights'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_sign.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.cases_task FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('plan'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = cases_task.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.identity_claim FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_claim.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.identity_key FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = identity_key.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
