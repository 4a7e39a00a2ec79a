-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.cut_stay(uuid,timestamp with time zone)
CREATE OR REPLACE FUNCTION gate.cut_stay(stay uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE public.places_occupancy SET live = false
    WHERE booking_id = stay AND live AND lower(during) >= at;
    UPDATE public.places_occupancy SET during = tstzrange(lower(during), at)
    WHERE booking_id = stay AND live AND upper(during) > at;
    UPDATE public.places_booking SET during = tstzrange(lower(during), at)
    WHERE id = stay AND lower(during) < at AND upper(during) > at;
END $function$;
