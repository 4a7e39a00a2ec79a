-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate
-- table: table of samvern_gate
-- column: address_id uuid NOT NULL
-- column: member_id uuid NOT NULL
-- constraint: held_address_address_id_fkey FOREIGN KEY (address_id) REFERENCES identity_protectedaddress(id) ON DELETE CASCADE
-- constraint: held_address_pkey PRIMARY KEY (address_id, member_id)
-- index: held_address_pkey CREATE UNIQUE INDEX held_address_pkey ON gate.held_address USING btree (address_id, member_id)

-- grants
