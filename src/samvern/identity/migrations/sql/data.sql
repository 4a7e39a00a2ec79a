-- SPDX-License-Identifier: EUPL-1.2
-- Rows the database decides by.

SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('identity.ask', 10, 30);

RESET ROLE;
