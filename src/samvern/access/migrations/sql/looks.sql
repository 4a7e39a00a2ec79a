-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- What somebody asked to see. It opens to her only once the asking has been committed by a
-- transaction before: one that is rolled back opens nothing and leaves nothing. The number is that of
-- the whole transaction, so no savepoint passes for one.
CREATE UNLOGGED TABLE gate.look (
    member_id uuid NOT NULL,
    item text NOT NULL,
    object uuid NOT NULL,
    sought bytea[],
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    tx xid8 DEFAULT pg_current_xact_id() NOT NULL
);
CREATE INDEX look_member_id_idx ON gate.look USING btree (member_id, at);

-- Whether what this transaction number wrote was committed by another than the present one. Only a
-- row that is seen is asked about, so any other number is of one that has been committed.
CREATE FUNCTION gate.told(tx xid8) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$ SELECT tx IS DISTINCT FROM pg_current_xact_id_if_assigned() $$;

-- What the actor asked to see in the last five minutes.
CREATE FUNCTION gate.looked_at(of_item text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(l.object), '{}') FROM gate.look l
    WHERE l.member_id = gate.member() AND l.item = of_item AND gate.told(l.tx)
        AND l.at > statement_timestamp() - interval '5 minutes'
$$;

-- Worn out after an hour; a look says who sought what.
CREATE FUNCTION gate.forget_looks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM gate.look l WHERE l.ctid IN (
        SELECT w.ctid FROM gate.look w WHERE w.at < statement_timestamp() - interval '1 hour'
        FOR UPDATE SKIP LOCKED);
    RETURN NULL;
END $$;
CREATE TRIGGER forget_looks AFTER INSERT ON gate.look FOR EACH STATEMENT
    EXECUTE FUNCTION gate.forget_looks();

REVOKE ALL ON FUNCTION gate.told(tx xid8) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.told(tx xid8) TO samvern_app;
REVOKE ALL ON FUNCTION gate.looked_at(of_item text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.looked_at(of_item text) TO samvern_app;
REVOKE ALL ON FUNCTION gate.forget_looks() FROM PUBLIC;

RESET ROLE;

-- An emergency opening, by the transaction that made it.
ALTER TABLE public.access_glass ADD COLUMN tx xid8 DEFAULT pg_current_xact_id() NOT NULL;
CREATE POLICY told ON public.access_glass AS RESTRICTIVE FOR SELECT TO samvern_app
    USING (gate.told(tx));

SET LOCAL ROLE samvern_gate;

-- Cases opened to her by name: she is on the team, or broke the glass and it has not closed.
CREATE OR REPLACE FUNCTION gate.mine() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(case_id), '{}') FROM (
        SELECT t.case_id FROM gate.acting() a
        JOIN public.access_teammember t ON t.member_id = a.member AND t.ended_at IS NULL
        WHERE a.role IN ('case_worker', 'leader')
        UNION
        SELECT g.case_id FROM gate.acting() a
        JOIN public.access_glass g ON g.member_id = a.member AND g.ended_at IS NULL
            AND g.expires_at > statement_timestamp() AND gate.told(g.tx)
        WHERE a.role IN ('case_worker', 'leader')
    ) opened
$$;

RESET ROLE;
