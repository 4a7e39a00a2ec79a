-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate, unlogged
-- column: at timestamp with time zone NOT NULL DEFAULT statement_timestamp()
-- column: item text NOT NULL
-- column: member_id uuid NOT NULL
-- column: object uuid NOT NULL
-- column: sought bytea[]
-- column: tx xid8 NOT NULL DEFAULT pg_current_xact_id()
-- index: look_member_id_idx CREATE INDEX look_member_id_idx ON gate.look USING btree (member_id, at)

-- trigger: forget_looks
CREATE TRIGGER forget_looks AFTER INSERT ON gate.look FOR EACH STATEMENT EXECUTE FUNCTION gate.forget_looks();

-- grants
