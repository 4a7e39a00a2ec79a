-- SPDX-License-Identifier: EUPL-1.2
-- Two schemas beside the tables. What gate holds says who is asking: the application hands over a
-- bearer token for one transaction, and what it opens is worked out there. What audit holds is the
-- trail, which nobody may change.
CREATE SCHEMA gate AUTHORIZATION samvern_gate;
CREATE SCHEMA audit AUTHORIZATION samvern_audit;
GRANT USAGE ON SCHEMA public TO samvern_gate, samvern_audit;

SET LOCAL ROLE samvern_gate;
GRANT USAGE ON SCHEMA gate TO samvern_app, samvern_audit, samvern_owner;
-- Functions are open to everybody in PostgreSQL unless that is taken back.
ALTER DEFAULT PRIVILEGES FOR ROLE samvern_gate REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

SET LOCAL ROLE samvern_audit;
GRANT USAGE ON SCHEMA audit TO samvern_app, samvern_gate, samvern_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE samvern_audit REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
RESET ROLE;
