-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: value bytea NOT NULL
-- constraint: board_secret_value_check CHECK ((octet_length(value) = 32))

-- grants
