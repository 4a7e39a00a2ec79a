-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.places_booking FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_bookingstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_demand FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_occupancy FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_place FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_placeaddress FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_room FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_waiting FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.places_waitingstep FORCE ROW LEVEL SECURITY;
CREATE POLICY erasing ON public.places_booking FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.places_bookingstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.places_occupancy FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.places_waiting FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.places_waitingstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.places_booking FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.places_bookingstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.places_occupancy FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.places_waiting FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.places_waitingstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY insert_samvern_app ON public.places_booking FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_booking.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'held'::text)));
CREATE POLICY insert_samvern_app ON public.places_bookingstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM public.places_booking b
  WHERE ((b.id = places_bookingstep.of_id) AND (b.case_id = places_bookingstep.case_id))))));
CREATE POLICY insert_samvern_app ON public.places_demand FOR INSERT TO samvern_app WITH CHECK (( SELECT gate.opens('case'::text) AS opens));
CREATE POLICY insert_samvern_app ON public.places_place FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY insert_samvern_app ON public.places_placeaddress FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.places_room FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));
CREATE POLICY insert_samvern_app ON public.places_waiting FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'waiting'::text) AND (told_at IS NULL) AND (passed_at IS NULL) AND ((created_at >= (statement_timestamp() - '00:01:00'::interval)) AND (created_at <= (statement_timestamp() + '00:01:00'::interval)))));
CREATE POLICY insert_samvern_app ON public.places_waitingstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_waitingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY living_ended ON public.places_bookingstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY living_ended ON public.places_waitingstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY migration ON public.places_booking TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_bookingstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_demand TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_occupancy TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_place TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_placeaddress TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_room TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_waiting TO samvern_owner USING (true);
CREATE POLICY migration ON public.places_waitingstep TO samvern_owner USING (true);
ALTER TABLE public.places_booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_bookingstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_demand ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_occupancy ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_placeaddress ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_room ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_waiting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.places_waitingstep ENABLE ROW LEVEL SECURITY;
CREATE POLICY samvern_gate ON public.places_booking FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.places_demand FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.places_place FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.places_placeaddress FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.places_room FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.places_waiting FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_lock ON public.places_room FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.places_booking FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.places_waiting FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_write ON public.places_occupancy TO samvern_gate USING (true) WITH CHECK (true);
CREATE POLICY select_booking ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_booking(subject_id));
CREATE POLICY select_samvern_app ON public.places_booking FOR SELECT TO samvern_app USING (((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_booking.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (( SELECT gate.opens('case'::text) AS opens) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))));
CREATE POLICY select_samvern_app ON public.places_bookingstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (of_id IN ( SELECT b.id
   FROM public.places_booking b))));
CREATE POLICY select_samvern_app ON public.places_occupancy FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (room_id IN ( SELECT r.id
   FROM public.places_room r)) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))));
CREATE POLICY select_samvern_app ON public.places_place FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));
CREATE POLICY select_samvern_app ON public.places_placeaddress FOR SELECT TO samvern_app USING ((id = ANY (( SELECT gate.place_addresses() AS place_addresses)::uuid[])));
CREATE POLICY select_samvern_app ON public.places_room FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));
CREATE POLICY select_samvern_app ON public.places_waiting FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.places_waitingstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_waitingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.places_place FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((unit_id IS NULL) OR (unit_id IN ( SELECT u.id
   FROM public.access_unit u
  WHERE (u.organisation_id = ( SELECT gate.organisation() AS organisation)))))));
CREATE POLICY update_samvern_app ON public.places_placeaddress FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])) AND (id = ANY (( SELECT gate.place_addresses() AS place_addresses)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));
CREATE POLICY update_samvern_app ON public.places_room FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (place_id = ANY (( SELECT gate.kept_places() AS kept_places)::uuid[]))));
CREATE POLICY update_samvern_app ON public.places_waiting FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))) WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = places_waiting.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
