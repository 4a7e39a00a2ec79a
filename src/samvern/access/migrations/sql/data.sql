-- SPDX-License-Identifier: EUPL-1.2
-- Rows the database decides by.

SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('case.open', 120, 600);
INSERT INTO gate.allowance VALUES ('case.search', 240, 1200);
INSERT INTO gate.allowance VALUES ('identity.reveal', 60, 200);
INSERT INTO gate.allowance VALUES ('identity.find', 30, 100);
INSERT INTO gate.allowance VALUES ('print', 30, 100);
INSERT INTO gate.allowance VALUES ('document.fetch', 60, 300);
INSERT INTO gate.allowance VALUES ('glass', 3, 10);

RESET ROLE;
