-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_audit
-- table: sequence of samvern_audit

-- grants
