-- SPDX-License-Identifier: EUPL-1.2
-- Row security: which rows a role may read and write.
ALTER TABLE ONLY public.referrals_referral FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_sending FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_referralstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_concern FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_concernstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_crossing FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_crossingcheck FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_crossingstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_letter FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_opened FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_sendingstep FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_service FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.referrals_unnamed FORCE ROW LEVEL SECURITY;
CREATE POLICY erasing ON public.referrals_concern FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_concernstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_crossing FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_crossingcheck FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_crossingstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_letter FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_opened FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_referral FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_referralstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_sending FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing ON public.referrals_sendingstep FOR DELETE TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_concern FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_concernstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_crossing FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_crossingcheck FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_crossingstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_letter FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_opened FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_referral FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_referralstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_sending FOR SELECT TO samvern_gate USING (true);
CREATE POLICY erasing_seen ON public.referrals_sendingstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY insert_referral ON public.identity_key FOR INSERT TO samvern_app WITH CHECK (((case_id = subject_id) AND gate.reads_referral(subject_id)));
CREATE POLICY insert_samvern_app ON public.referrals_concern FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_concern.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'made'::text) AND true));
CREATE POLICY insert_samvern_app ON public.referrals_concernstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_concernstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM public.referrals_concern t
  WHERE ((t.id = referrals_concernstep.of_id) AND (t.case_id = referrals_concernstep.case_id))))));
CREATE POLICY insert_samvern_app ON public.referrals_crossing FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_crossing.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'prepared'::text) AND true));
CREATE POLICY insert_samvern_app ON public.referrals_crossingcheck FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_crossingcheck.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM public.referrals_crossing t
  WHERE ((t.id = referrals_crossingcheck.of_id) AND (t.case_id = referrals_crossingcheck.case_id))))));
CREATE POLICY insert_samvern_app ON public.referrals_crossingstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_crossingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM public.referrals_crossing t
  WHERE ((t.id = referrals_crossingstep.of_id) AND (t.case_id = referrals_crossingstep.case_id))))));
CREATE POLICY insert_samvern_app ON public.referrals_letter FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_letter.of_id) AND (r.created_by_id = ( SELECT gate.member() AS member)) AND (r.case_id = referrals_letter.case_id))))));
CREATE POLICY insert_samvern_app ON public.referrals_opened FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_opened.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.referrals_referral FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_referral.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND ((state)::text = 'sent'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.referrals_referralstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_referralstep.of_id) AND (NOT (r.case_id IS DISTINCT FROM referrals_referralstep.case_id))))) AND ((side)::text <> 'gate'::text) AND (made_by_id = ( SELECT gate.member() AS member))));
CREATE POLICY insert_samvern_app ON public.referrals_sending FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_sending.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((c.id = ANY (( SELECT gate.staffed() AS staffed)::uuid[])) OR (c.owner_id = ( SELECT gate.member() AS member)) OR (c.unit_id = ANY (( SELECT gate.led() AS led)::uuid[])) OR (((c.circle)::text = 'unit'::text) AND (c.unit_id = ANY (( SELECT gate.units() AS units)::uuid[]))))))) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND (created_by_id = ( SELECT gate.member() AS member)) AND ((state)::text = 'waiting'::text) AND true));
CREATE POLICY insert_samvern_app ON public.referrals_sendingstep FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_sendingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (made_by_id = ( SELECT gate.member() AS member)) AND (EXISTS ( SELECT 1
   FROM public.referrals_sending t
  WHERE ((t.id = referrals_sendingstep.of_id) AND (t.case_id = referrals_sendingstep.case_id))))));
CREATE POLICY insert_samvern_app ON public.referrals_service FOR INSERT TO samvern_app WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));
CREATE POLICY insert_samvern_app ON public.referrals_unnamed FOR INSERT TO samvern_app WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));
CREATE POLICY living_ended ON public.referrals_concernstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY living_ended ON public.referrals_crossingstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY living_ended ON public.referrals_referralstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY living_ended ON public.referrals_sendingstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY migration ON public.referrals_concern TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_concernstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_crossing TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_crossingcheck TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_crossingstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_letter TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_opened TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_referral TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_referralstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_sending TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_sendingstep TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_service TO samvern_owner USING (true);
CREATE POLICY migration ON public.referrals_unnamed TO samvern_owner USING (true);
ALTER TABLE public.referrals_concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_concernstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crossing ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crossingcheck ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_crossingstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_opened ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_referralstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_sending ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_sendingstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_service ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.referrals_unnamed ENABLE ROW LEVEL SECURITY;
CREATE POLICY samvern_gate ON public.referrals_concern FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.referrals_crossing FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.referrals_crossingcheck FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.referrals_referral FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.referrals_sending FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate ON public.referrals_unnamed FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_insert ON public.referrals_crossingstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.referrals_referralstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_insert ON public.referrals_sendingstep FOR INSERT TO samvern_gate WITH CHECK (true);
CREATE POLICY samvern_gate_seen ON public.referrals_referralstep FOR SELECT TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.referrals_concern FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.referrals_crossing FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.referrals_referral FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY samvern_gate_update ON public.referrals_sending FOR UPDATE TO samvern_gate USING (true);
CREATE POLICY select_referral ON public.identity_key FOR SELECT TO samvern_app USING (gate.reads_referral(subject_id));
CREATE POLICY select_samvern_app ON public.referrals_concern FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_concern.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_concernstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_concernstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_crossing FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_crossing.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_crossingcheck FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_crossingcheck.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_crossingstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_crossingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_letter FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_letter.of_id) AND ((r.organisation_id = ( SELECT gate.organisation() AS organisation)) OR ((r.share_until > statement_timestamp()) AND (r.state IN ('sent', 'seen', 'answered_back', 'asked_back', 'accepted', 'arrived', 'never_arrived')))))))));
CREATE POLICY select_samvern_app ON public.referrals_opened FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((case_id = ANY (( SELECT gate.shared('case'::text) AS shared)::uuid[])) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR (((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_opened.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))))));
CREATE POLICY select_samvern_app ON public.referrals_referral FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (((organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_referral.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))) OR ((receiver_id = ( SELECT gate.organisation() AS organisation)) AND ((receiver_unit_id IS NULL) OR (receiver_unit_id = ( SELECT acting.unit
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) OR ( SELECT ((acting.role = ANY (ARRAY['leader'::text, 'service'::text, 'program'::text])) AND (acting.unit IS NULL))
   FROM gate.acting() acting(member, organisation, unit, role, categories, authenticated_at, person))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])))))));
CREATE POLICY select_samvern_app ON public.referrals_referralstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM public.referrals_referral r
  WHERE ((r.id = referrals_referralstep.of_id) AND true)))));
CREATE POLICY select_samvern_app ON public.referrals_sending FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_sending.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_sendingstep FOR SELECT TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_sendingstep.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY select_samvern_app ON public.referrals_service FOR SELECT TO samvern_app USING ((( SELECT gate.member() AS member) IS NOT NULL));
CREATE POLICY update_samvern_app ON public.referrals_referral FOR UPDATE TO samvern_app USING ((( SELECT gate.opens('case'::text) AS opens) AND (organisation_id = ( SELECT gate.organisation() AS organisation)) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM public.cases_case c
  WHERE ((c.id = referrals_referral.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[]))));
CREATE POLICY update_samvern_app ON public.referrals_service FOR UPDATE TO samvern_app USING (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation)))) WITH CHECK (((( SELECT gate.role() AS role) = 'leader'::text) AND (organisation_id = ( SELECT gate.organisation() AS organisation))));
