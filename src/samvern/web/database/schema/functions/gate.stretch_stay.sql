-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.stretch_stay(places_booking,timestamp with time zone)
CREATE OR REPLACE FUNCTION gate.stretch_stay(stay places_booking, until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF until IS NULL OR until <= greatest(lower(stay.during), statement_timestamp()) THEN
        RAISE check_violation USING MESSAGE = 'the end lies before the beginning, or has passed';
    END IF;
    -- Where she was moved, the last part of the stay is the one that grows.
    UPDATE public.places_occupancy SET during = tstzrange(lower(during), until)
    WHERE booking_id = stay.id AND live AND upper(during) = upper(stay.during);
    IF NOT FOUND THEN RAISE check_violation USING MESSAGE = 'no room is hers'; END IF;
    UPDATE public.places_booking SET during = tstzrange(lower(during), until) WHERE id = stay.id;
END $function$;
