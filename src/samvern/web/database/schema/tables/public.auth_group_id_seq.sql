-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_owner
-- table: sequence of samvern_owner

-- grants
