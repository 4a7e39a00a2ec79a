-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: finish text NOT NULL
-- column: move text NOT NULL
-- column: reasoned boolean NOT NULL
-- column: side text NOT NULL
-- column: start text NOT NULL
-- column: thing text NOT NULL
-- constraint: course_pkey PRIMARY KEY (thing, move, start, side)
-- constraint: course_side_check CHECK ((side = ANY (ARRAY['sender'::text, 'receiver'::text, 'job'::text])))
-- index: course_pkey CREATE UNIQUE INDEX course_pkey ON gate.course USING btree (thing, move, start, side)

-- grants
GRANT SELECT ON gate.course TO samvern_owner;
