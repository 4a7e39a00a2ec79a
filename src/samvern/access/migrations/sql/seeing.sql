-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

-- Who opens which key: the address's, the place's notes, and what a provider must know of her.
CREATE FUNCTION gate.reads_placeaddress(thing uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT thing = ANY ((SELECT gate.place_addresses())::uuid[])
$$;

CREATE FUNCTION gate.reads_place(thing uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT thing = ANY ((SELECT gate.kept_places())::uuid[])
$$;

RESET ROLE;
