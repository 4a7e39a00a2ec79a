-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: table of samvern_owner, row security forced
-- column: address_sealed bytea NOT NULL
-- column: case_id uuid NOT NULL
-- column: changed_at timestamp with time zone NOT NULL
-- column: created_at timestamp with time zone NOT NULL
-- column: created_by_id uuid NOT NULL
-- column: grade character varying(20) NOT NULL
-- column: id uuid NOT NULL
-- column: person_id uuid NOT NULL
-- column: version integer NOT NULL
-- constraint: identity_protectedad_created_by_id_87c5a377_fk_access_me FOREIGN KEY (created_by_id) REFERENCES access_member(id) DEFERRABLE INITIALLY DEFERRED
-- constraint: identity_protectedaddress_pkey PRIMARY KEY (id)
-- constraint: identity_protectedaddress_version_check CHECK ((version >= 0))
-- index: identity_protectedaddress_case_id_31237a5e CREATE INDEX identity_protectedaddress_case_id_31237a5e ON public.identity_protectedaddress USING btree (case_id)
-- index: identity_protectedaddress_created_by_id_87c5a377 CREATE INDEX identity_protectedaddress_created_by_id_87c5a377 ON public.identity_protectedaddress USING btree (created_by_id)
-- index: identity_protectedaddress_person_id_8130f33e CREATE INDEX identity_protectedaddress_person_id_8130f33e ON public.identity_protectedaddress USING btree (person_id)
-- index: identity_protectedaddress_pkey CREATE UNIQUE INDEX identity_protectedaddress_pkey ON public.identity_protectedaddress USING btree (id)

-- policy: erasing
CREATE POLICY erasing ON public.identity_protectedaddress AS PERMISSIVE FOR DELETE TO samvern_gate
    USING (true);

-- policy: erasing_seen
CREATE POLICY erasing_seen ON public.identity_protectedaddress AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: insert_samvern_app
CREATE POLICY insert_samvern_app ON public.identity_protectedaddress AS PERMISSIVE FOR INSERT TO samvern_app
    WITH CHECK ((( SELECT gate.opens('identity'::text) AS opens) AND ((case_id = ANY (( SELECT gate.mine() AS mine)::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases_case c
  WHERE ((c.id = identity_protectedaddress.case_id) AND (c.organisation_id = ( SELECT gate.organisation() AS organisation)))))) AND (case_id <> ALL (( SELECT gate.barred() AS barred)::uuid[])) AND (created_by_id = ( SELECT gate.member() AS member))));

-- policy: migration
CREATE POLICY migration ON public.identity_protectedaddress AS PERMISSIVE FOR ALL TO samvern_owner
    USING (true);

-- policy: samvern_gate
CREATE POLICY samvern_gate ON public.identity_protectedaddress AS PERMISSIVE FOR SELECT TO samvern_gate
    USING (true);

-- policy: select_samvern_app
CREATE POLICY select_samvern_app ON public.identity_protectedaddress AS PERMISSIVE FOR SELECT TO samvern_app
    USING ((( SELECT gate.opens('address'::text) AS opens) AND (id = ANY (( SELECT gate.addresses() AS addresses)::uuid[]))));

-- policy: told
CREATE POLICY told ON public.identity_protectedaddress AS RESTRICTIVE FOR SELECT TO samvern_app
    USING ((id = ANY (( SELECT gate.looked_at('identity.reveal'::text) AS looked_at)::uuid[])));

-- policy: update_samvern_app
CREATE POLICY update_samvern_app ON public.identity_protectedaddress AS PERMISSIVE FOR UPDATE TO samvern_app
    USING ((( SELECT gate.opens('address'::text) AS opens) AND (id = ANY (( SELECT gate.addresses() AS addresses)::uuid[]))));

-- trigger: a_a_kept
CREATE TRIGGER a_a_kept BEFORE INSERT ON public.identity_protectedaddress FOR EACH ROW WHEN ((new.case_id IS NOT NULL)) EXECUTE FUNCTION gate.needs_kept_case();

-- trigger: change_only
CREATE TRIGGER change_only BEFORE UPDATE ON public.identity_protectedaddress FOR EACH ROW EXECUTE FUNCTION gate.change_only('grade', 'address_sealed', 'version', 'changed_at');

-- trigger: look_at_own
CREATE TRIGGER look_at_own AFTER INSERT ON public.identity_protectedaddress FOR EACH ROW EXECUTE FUNCTION gate.look_at_own();

-- trigger: mark_protected
CREATE TRIGGER mark_protected AFTER INSERT ON public.identity_protectedaddress FOR EACH ROW EXECUTE FUNCTION gate.mark_protected();

-- grants
GRANT DELETE ON public.identity_protectedaddress TO samvern_gate;
GRANT INSERT ON public.identity_protectedaddress TO samvern_app;
GRANT REFERENCES ON public.identity_protectedaddress TO samvern_gate;
GRANT SELECT (case_id, created_at, created_by_id, id, person_id) ON public.identity_protectedaddress TO samvern_gate;
GRANT SELECT ON public.identity_protectedaddress TO samvern_app;
GRANT UPDATE ON public.identity_protectedaddress TO samvern_app;
