-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: case_id uuid
-- column: content_sealed bytea NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: id uuid NOT NULL
-- column: of_id uuid NOT NULL
-- constraint: referrals_letter_of_id_fc092fba_fk_referrals_referral_id FOREIGN KEY (of_id) REFERENCES referrals_referral(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: referrals_letter_of_id_key UNIQUE (of_id)
-- constraint: referrals_letter_pkey PRIMARY KEY (id)
-- index: referrals_letter_case_id_b631248a CREATE INDEX referrals_letter_case_id_b631248a ON public.referrals_letter USING btree (case_id)
-- index: referrals_letter_of_id_key CREATE UNIQUE INDEX referrals_letter_of_id_key ON public.referrals_letter USING btree (of_id)
-- index: referrals_letter_pkey CREATE UNIQUE INDEX referrals_letter_pkey ON public.referrals_letter USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.referrals_letter AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.referrals_letter AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.referrals_letter AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM referrals_referral r
  WHERE ((r.id = referrals_letter.of_id) AND (r.created_by_id = ( SELECT gate.member() AS member)) AND (r.case_id = referrals_letter.case_id))))));

-- policy: migration
CREATE POLICY migration ON public.referrals_letter AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.referrals_letter AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('case'::text) AS opens) AND (EXISTS ( SELECT 1
   FROM referrals_referral r
  WHERE ((r.id = referrals_letter.of_id) AND ((r.organisation_id = ( SELECT gate.organisation() AS organisation)) OR ((r.share_until > statement_timestamp()) AND ((r.state)::text = ANY ((ARRAY['sent'::character varying, 'seen'::character varying, 'answered_back'::character varying, 'asked_back'::character varying, 'accepted'::character varying, 'arrived'::character varying, 'never_arrived'::character varying])::text[])))))))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.referrals_letter FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- grants
GRANT DELETE ON public.referrals_letter TO samvern_gate;
GRANT INSERT ON public.referrals_letter TO samvern_app;
GRANT SELECT (case_id) ON public.referrals_letter TO samvern_gate;
GRANT SELECT ON public.referrals_letter TO samvern_app;
