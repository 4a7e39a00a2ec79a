-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.contacts_advice FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_advicestep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_callback FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_callbackstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_contact FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_contactrule FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_desk FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_opening FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_origin FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_question FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.contacts_questionstep FORCE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_advice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_advicestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_callback ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_callbackstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_contactrule ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_desk ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_origin ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contacts_questionstep ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasing ON public.contacts_contactrule FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.contacts_opening FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.contacts_origin FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.contacts_contactrule FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.contacts_opening FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.contacts_origin FOR SELECT TO samvern_gate USING (true);
CREATE POLICY insert_advice ON public.identity_key FOR INSERT TO samvern_app WITH CHECK (((case_id = subject_id) AND gate.reads_advice(subject_id)));
CREATE POLICY insert_contact ON public.identity_key FOR INSERT TO samvern_app WITH CHECK (((case_id = subject_id) AND gate.reads_contact(subject_id)));
CREATE POLICY insert_question ON public.identity_key FOR INSERT TO samvern_app WITH CHECK (((case_id = subject_id) AND gate.reads_question(subject_id)));
CREATE POLICY insert_samvern_app ON public.contacts_advice FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND (desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[])) AND ((state)::text = 'written'::text) AND ((title)::text = ''::text) AND (asked = ''::text) AND (answered = ''::text) AND (approved_on IS NULL)));
CREATE POLICY insert_samvern_app ON public.contacts_advicestep FOR INSERT TO samvern_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.contacts_advice t
  WHERE (t.id = contacts_advicestep.of_id))) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM public.contacts_advice v
  WHERE ((v.id = contacts_advicestep.of_id) AND (v.desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[])))))));
CREATE POLICY insert_samvern_app ON public.contacts_callback FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[]))) AND ((state)::text = 'due'::text)));
CREATE POLICY insert_samvern_app ON public.contacts_callbackstep FOR INSERT TO samvern_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.contacts_callback t
  WHERE (t.id = contacts_callbackstep.of_id))) AND (made_by_id = ( SELECT gate.member() AS member)) AND true));
CREATE POLICY insert_samvern_app ON public.contacts_contact FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));
CREATE POLICY insert_samvern_app ON public.contacts_contactrule FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.contacts_desk FOR INSERT TO samvern_app WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))));
CREATE POLICY insert_samvern_app ON public.contacts_opening FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_opening.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.contacts_origin FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_origin.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.contacts_question FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[]))) AND ((state)::text = 'asked'::text) AND (EXISTS ( SELECT 1
   FROM public.contacts_desk d
  WHERE ((d.id = contacts_question.desk_id) AND (d.organisation_id = contacts_question.receiver_id) AND (d.unit_id = contacts_question.receiver_unit_id) AND (d.is_open OR (d.organisation_id = ( SELECT gate.organisation() AS organisation))))))));
CREATE POLICY insert_samvern_app ON public.contacts_questionstep FOR INSERT TO samvern_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.contacts_question t
  WHERE (t.id = contacts_questionstep.of_id))) AND (made_by_id = ( SELECT gate.member() AS member)) AND (((side)::text <> 'receiver'::text) OR (EXISTS ( SELECT 1
   FROM public.contacts_question q
  WHERE ((q.id = contacts_questionstep.of_id) AND ((q.receiver_unit_id = ( SELECT acting.unit
           FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) OR (( SELECT gate.role() AS role) = 'program'::text) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND (( SELECT acting.unit
           FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person)) IS NULL)))))))));
CREATE POLICY living_ended ON public.contacts_questionstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY migration ON public.contacts_advice TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_advicestep TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_callback TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_callbackstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_contact TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_contactrule TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_desk TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_opening TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_origin TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_question TO samvern_owner USING (true);
CREATE POLICY migration ON public.contacts_questionstep TO samvern_owner USING (true);
CREATE POLICY samvern_gate ON public.contacts_advice FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_advicestep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_callback FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_contact FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_desk FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_opening FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_origin FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.contacts_question FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.contacts_advice FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.contacts_callback FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.contacts_contact FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.contacts_question FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY select_advice ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_advice(subject_id));
CREATE POLICY select_contact ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_contact(subject_id));
CREATE POLICY select_question ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_question(subject_id));
CREATE POLICY select_samvern_app ON public.contacts_advice FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((state)::text = 'approved'::text) OR (desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[])))));
CREATE POLICY select_samvern_app ON public.contacts_advicestep FOR SELECT TO samvern_app USING ((EXISTS ( SELECT 1
   FROM public.contacts_advice t
  WHERE (t.id = contacts_advicestep.of_id))));
CREATE POLICY select_samvern_app ON public.contacts_callback FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));
CREATE POLICY select_samvern_app ON public.contacts_callbackstep FOR SELECT TO samvern_app USING ((EXISTS ( SELECT 1
   FROM public.contacts_callback t
  WHERE (t.id = contacts_callbackstep.of_id))));
CREATE POLICY select_samvern_app ON public.contacts_contact FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));
CREATE POLICY select_samvern_app ON public.contacts_contactrule FOR SELECT TO samvern_app USING ((( SELECT gate.opens('identity'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('identity'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.contacts_desk FOR SELECT TO samvern_app USING ((( SELECT gate.member() AS member) IS NOT NULL));
CREATE POLICY select_samvern_app ON public.contacts_opening FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_opening.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.contacts_origin FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_origin.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.contacts_question FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (id <> ALL (( SELECT gate.barred_questions() AS barred_questions)::uuid[])) AND (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = ANY (ARRAY['service'::text, 'program'::text])) OR (created_by_id = ( SELECT gate.member() AS member)) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((circle)::text = 'unit'::text) AND (unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))) OR (EXISTS ( SELECT 1
   FROM public.contacts_origin o
  WHERE (o.question_id = contacts_question.id))))) OR ((receiver_id = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = ANY (ARRAY['service'::text, 'program'::text])) OR (receiver_unit_id = ( SELECT acting.unit
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) OR ((( SELECT gate.role() AS role) = 'leader'::text) AND (( SELECT acting.unit
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person)) IS NULL)))))));
CREATE POLICY select_samvern_app ON public.contacts_questionstep FOR SELECT TO samvern_app USING ((EXISTS ( SELECT 1
   FROM public.contacts_question t
  WHERE (t.id = contacts_questionstep.of_id))));
CREATE POLICY update_samvern_app ON public.contacts_advice FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (desk_id = ANY (( SELECT gate.desks() AS desks)::uuid[]))));
CREATE POLICY update_samvern_app ON public.contacts_callback FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));
CREATE POLICY update_samvern_app ON public.contacts_contact FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id = ANY (( SELECT gate.units() AS units)::uuid[])) OR (unit_id = ANY (( SELECT gate.led() AS led)::uuid[])))));
CREATE POLICY update_samvern_app ON public.contacts_contactrule FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = contacts_contactrule.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.contacts_desk FOR UPDATE TO samvern_app USING (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))) WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation))))));
CREATE POLICY update_samvern_app ON public.contacts_question FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member))));
