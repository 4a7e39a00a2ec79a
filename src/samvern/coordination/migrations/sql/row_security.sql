-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.coordination_conference FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_seat FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_boardrule FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_conferencestep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_delivery FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_deliverystep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_hook FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_hookstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_minutes FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_minutesanswer FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_nudge FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_nudgestep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_planitem FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_planitemstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_program FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_programstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_seatstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.coordination_tellingrule FORCE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_boardrule ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_conference ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_conferencestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_deliverystep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_hook ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_hookstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_minutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_minutesanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_nudge ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_nudgestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_planitem ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_planitemstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_program ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_programstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_seatstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.coordination_tellingrule ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasing ON public.coordination_conference FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_conferencestep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_minutes FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_minutesanswer FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_nudge FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_nudgestep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_planitem FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_planitemstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_seat FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.coordination_seatstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_conference FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_conferencestep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_minutes FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_minutesanswer FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_nudge FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_nudgestep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_planitem FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_planitemstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_seat FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.coordination_seatstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY insert_samvern_app ON public.coordination_boardrule FOR INSERT TO samvern_app WITH CHECK (((( SELECT gate.role() AS role) = 'administrator'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (made_by_id = ( SELECT gate.member() AS member)) AND (created_at < (now() + '00:01:00'::interval))));
CREATE POLICY insert_samvern_app ON public.coordination_conference FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((state)::text = 'planned'::text) AND ( SELECT gate.case_in_hand(coordination_conference.case_id) AS case_in_hand)));
CREATE POLICY insert_samvern_app ON public.coordination_conferencestep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_conference p)) AND (case_id = ( SELECT p.case_id
   FROM public.coordination_conference p
  WHERE (p.id = coordination_conferencestep.of_id)))));
CREATE POLICY insert_samvern_app ON public.coordination_delivery FOR INSERT TO samvern_app WITH CHECK (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text])) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'queued'::text) AND (EXISTS ( SELECT 1
   FROM public.coordination_hook h
  WHERE ((h.id = coordination_delivery.hook_id) AND (h.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY insert_samvern_app ON public.coordination_deliverystep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text])));
CREATE POLICY insert_samvern_app ON public.coordination_hook FOR INSERT TO samvern_app WITH CHECK (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = 'administrator'::text) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'active'::text)));
CREATE POLICY insert_samvern_app ON public.coordination_hookstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text])));
CREATE POLICY insert_samvern_app ON public.coordination_minutes FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND ( SELECT gate.case_in_hand(coordination_minutes.case_id) AS case_in_hand)));
CREATE POLICY insert_samvern_app ON public.coordination_minutesanswer FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (seat_id = ANY (( SELECT gate.my_seats() AS my_seats)::uuid[])) AND (EXISTS ( SELECT 1
   FROM (public.coordination_minutes m
     JOIN public.coordination_seat s ON ((s.conference_id = m.conference_id)))
  WHERE ((m.id = coordination_minutesanswer.minutes_id) AND (s.id = coordination_minutesanswer.seat_id) AND (m.case_id = coordination_minutesanswer.case_id))))));
CREATE POLICY insert_samvern_app ON public.coordination_nudgestep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_nudge p)) AND (case_id = ( SELECT p.case_id
   FROM public.coordination_nudge p
  WHERE (p.id = coordination_nudgestep.of_id)))));
CREATE POLICY insert_samvern_app ON public.coordination_planitem FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((state)::text = 'agreed'::text) AND ( SELECT gate.case_in_hand(coordination_planitem.case_id) AS case_in_hand)));
CREATE POLICY insert_samvern_app ON public.coordination_planitemstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_planitem p)) AND (case_id = ( SELECT p.case_id
   FROM public.coordination_planitem p
  WHERE (p.id = coordination_planitemstep.of_id)))));
CREATE POLICY insert_samvern_app ON public.coordination_programstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.role() AS role) = 'administrator'::text));
CREATE POLICY insert_samvern_app ON public.coordination_seat FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (created_by_id = ( SELECT gate.member() AS member)) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((state)::text = 'invited'::text) AND ( SELECT gate.case_in_hand(coordination_seat.case_id) AS case_in_hand)));
CREATE POLICY insert_samvern_app ON public.coordination_seatstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_seat p)) AND (case_id = ( SELECT p.case_id
   FROM public.coordination_seat p
  WHERE (p.id = coordination_seatstep.of_id)))));
CREATE POLICY insert_samvern_app ON public.coordination_tellingrule FOR INSERT TO samvern_app WITH CHECK ((member_id = ( SELECT gate.member() AS member)));
CREATE POLICY living_ended ON public.coordination_conferencestep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY living_ended ON public.coordination_nudgestep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY living_ended ON public.coordination_planitemstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY migration ON public.coordination_boardrule TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_conference TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_conferencestep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_delivery TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_deliverystep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_hook TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_hookstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_minutes TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_minutesanswer TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_nudge TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_nudgestep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_planitem TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_planitemstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_program TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_programstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_seat TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_seatstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.coordination_tellingrule TO samvern_owner USING (true);
CREATE POLICY samvern_gate ON public.coordination_boardrule FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_conference FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_delivery FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_hook FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_nudge FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_planitem FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_program FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.coordination_seat FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_insert ON public.coordination_nudge FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.coordination_program FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_sweep ON public.coordination_delivery FOR DELETE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_sweep ON public.coordination_deliverystep TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_conference FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_delivery FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_hook FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_nudge FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_planitem FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_program FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.coordination_seat FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY select_samvern_app ON public.coordination_boardrule FOR SELECT TO samvern_app USING (((( SELECT gate.member() AS member) IS NOT NULL) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));
CREATE POLICY select_samvern_app ON public.coordination_conference FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = coordination_conference.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (id = ANY (( SELECT gate.seated() AS seated)::uuid[])))));
CREATE POLICY select_samvern_app ON public.coordination_conferencestep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_conference p))));
CREATE POLICY select_samvern_app ON public.coordination_delivery FOR SELECT TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));
CREATE POLICY select_samvern_app ON public.coordination_deliverystep FOR SELECT TO samvern_app USING ((of_id IN ( SELECT t.id
   FROM public.coordination_delivery t)));
CREATE POLICY select_samvern_app ON public.coordination_hook FOR SELECT TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));
CREATE POLICY select_samvern_app ON public.coordination_hookstep FOR SELECT TO samvern_app USING ((of_id IN ( SELECT t.id
   FROM public.coordination_hook t)));
CREATE POLICY select_samvern_app ON public.coordination_minutes FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = coordination_minutes.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((conference_id || '/'::text) || (category)::text) = ANY (( SELECT gate.sections() AS sections)::text[])))));
CREATE POLICY select_samvern_app ON public.coordination_minutesanswer FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (minutes_id IN ( SELECT p.id
   FROM public.coordination_minutes p))));
CREATE POLICY select_samvern_app ON public.coordination_nudge FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (receiver_id = ( SELECT gate.organisation() AS organisation)) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND ((to_holder AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = coordination_nudge.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR ((NOT to_holder) AND (( SELECT gate.role() AS role) = 'leader'::text)))));
CREATE POLICY select_samvern_app ON public.coordination_nudgestep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_nudge p))));
CREATE POLICY select_samvern_app ON public.coordination_planitem FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = coordination_planitem.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((conference_id || '/'::text) || 'plan'::text) = ANY (( SELECT gate.sections() AS sections)::text[])) OR (seat_id = ANY (( SELECT gate.my_seats() AS my_seats)::uuid[])))));
CREATE POLICY select_samvern_app ON public.coordination_planitemstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_planitem p))));
CREATE POLICY select_samvern_app ON public.coordination_program FOR SELECT TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'auditor'::text])) OR (member_id = ( SELECT gate.member() AS member)))));
CREATE POLICY select_samvern_app ON public.coordination_programstep FOR SELECT TO samvern_app USING ((of_id IN ( SELECT t.id
   FROM public.coordination_program t)));
CREATE POLICY select_samvern_app ON public.coordination_seat FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = coordination_seat.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (conference_id = ANY (( SELECT gate.seated() AS seated)::uuid[])))));
CREATE POLICY select_samvern_app ON public.coordination_seatstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT p.id
   FROM public.coordination_seat p))));
CREATE POLICY select_samvern_app ON public.coordination_tellingrule FOR SELECT TO samvern_app USING (((member_id = ( SELECT gate.member() AS member)) OR ((( SELECT gate.role() AS role) = 'service'::text) AND (member_id IN ( SELECT m.id
   FROM public.access_member m
  WHERE (m.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY update_samvern_app ON public.coordination_conference FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_conference.case_id) AS case_in_hand))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_conference.case_id) AS case_in_hand)));
CREATE POLICY update_samvern_app ON public.coordination_delivery FOR UPDATE TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));
CREATE POLICY update_samvern_app ON public.coordination_hook FOR UPDATE TO samvern_app USING (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND (( SELECT gate.role() AS role) = ANY (ARRAY['administrator'::text, 'service'::text]))));
CREATE POLICY update_samvern_app ON public.coordination_seat FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_seat.case_id) AS case_in_hand))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ( SELECT gate.case_in_hand(coordination_seat.case_id) AS case_in_hand)));
CREATE POLICY update_samvern_app ON public.coordination_tellingrule FOR UPDATE TO samvern_app USING ((member_id = ( SELECT gate.member() AS member)));
