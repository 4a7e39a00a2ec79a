-- SPDX-License-Identifier: EUPL-1.2

SET LOCAL ROLE samvern_gate;

CREATE FUNCTION gate.lock_rooms(VARIADIC wanted uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    SELECT 1 FROM public.places_room r WHERE r.id = ANY (wanted) ORDER BY r.id FOR NO KEY UPDATE
$$;

-- A booking begins as a hold of a room that is in use. Who it goes to is the room's to say.
CREATE FUNCTION gate.begin_booking() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    home record;
BEGIN
    PERFORM gate.lock_rooms(NEW.room_id);
    SELECT p.id, p.organisation_id, p.unit_id, r.beds INTO home
    FROM public.places_room r JOIN public.places_place p ON p.id = r.place_id
    WHERE r.id = NEW.room_id AND r.active AND p.active;
    IF home.id IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'places_room: none in use';
    END IF;
    IF NEW.beds > home.beds THEN
        RAISE check_violation USING MESSAGE = 'too few beds';
    END IF;
    NEW.place_id := home.id;
    NEW.receiver_id := home.organisation_id;
    NEW.receiver_unit_id := home.unit_id;
    NEW.state := 'held';
    NEW.created_at := clock_timestamp();
    NEW.state_since := NEW.created_at;
    NEW.held_until := least(NEW.held_until, NEW.created_at + interval '24 hours');
    RETURN NEW;
END $$;

CREATE FUNCTION gate.take_room() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO public.places_occupancy
        (id, created_at, room_id, organisation_id, booking_id, case_id, during, live, why)
    VALUES (gen_random_uuid(), NEW.created_at, NEW.room_id, NEW.receiver_id, NEW.id, NEW.case_id,
        NEW.during, true, '');
    RETURN NULL;
END $$;

-- What a move means for the room, in the same statement as the move.
CREATE FUNCTION gate.follow_booking() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    of_it public.places_booking;
BEGIN
    SELECT * INTO of_it FROM public.places_booking b WHERE b.id = NEW.of_id;
    PERFORM gate.lock_rooms(of_it.room_id, coalesce(NEW.room_id, of_it.room_id));
    IF NEW.finish IN ('declined', 'released', 'expired', 'never_arrived') THEN
        UPDATE public.places_occupancy SET live = false WHERE booking_id = of_it.id AND live;
    ELSIF NEW.finish = 'ended' THEN
        PERFORM gate.cut_stay(of_it.id, NEW.created_at);
    ELSIF NEW.move IN ('extend', 'extend_stay') THEN
        PERFORM gate.stretch_stay(of_it, NEW.until);
    ELSIF NEW.move IN ('move', 'move_on') THEN
        PERFORM gate.move_stay(of_it, NEW.room_id, NEW.created_at);
    END IF;
    RETURN NULL;
END $$;

-- A room is free again: those who wait are looked at anew, from the front of the line.
CREATE FUNCTION gate.free_room() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.places_room SET freed_at = clock_timestamp()
    WHERE id = CASE TG_TABLE_NAME WHEN 'places_room' THEN NEW.id
        ELSE (to_jsonb(NEW) ->> 'room_id')::uuid END;
    RETURN NULL;
END $$;

-- The room is hers no longer; what was, stays as it was.
CREATE FUNCTION gate.cut_stay(stay uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE public.places_occupancy SET live = false
    WHERE booking_id = stay AND live AND lower(during) >= at;
    UPDATE public.places_occupancy SET during = tstzrange(lower(during), at)
    WHERE booking_id = stay AND live AND upper(during) > at;
    UPDATE public.places_booking SET during = tstzrange(lower(during), at)
    WHERE id = stay AND lower(during) < at AND upper(during) > at;
END $$;

CREATE FUNCTION gate.stretch_stay(stay public.places_booking, until timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF until IS NULL OR until <= greatest(lower(stay.during), statement_timestamp()) THEN
        RAISE check_violation USING MESSAGE = 'the end lies before the beginning, or has passed';
    END IF;
    -- Where she was moved, the last part of the stay is the one that grows.
    UPDATE public.places_occupancy SET during = tstzrange(lower(during), until)
    WHERE booking_id = stay.id AND live AND upper(during) = upper(stay.during);
    IF NOT FOUND THEN RAISE check_violation USING MESSAGE = 'no room is hers'; END IF;
    UPDATE public.places_booking SET during = tstzrange(lower(during), until) WHERE id = stay.id;
END $$;

-- From one room to another of the same provider: the old one is hers until the new one is.
CREATE FUNCTION gate.move_stay(stay public.places_booking, into_room uuid, at timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    turn timestamptz := greatest(at, lower(stay.during));
    home uuid;
BEGIN
    SELECT p.id INTO home FROM public.places_room r JOIN public.places_place p ON p.id = r.place_id
    WHERE r.id = into_room AND r.active AND p.active AND r.organisation_id = stay.receiver_id
        AND r.beds >= stay.beds AND r.id <> stay.room_id AND p.id = stay.place_id;
    IF home IS NULL OR turn >= upper(stay.during) THEN
        RAISE check_violation USING MESSAGE = 'not to this room';
    END IF;
    UPDATE public.places_occupancy SET live = false
    WHERE booking_id = stay.id AND live AND lower(during) >= turn;
    UPDATE public.places_occupancy SET during = tstzrange(lower(during), turn)
    WHERE booking_id = stay.id AND live AND upper(during) > turn;
    INSERT INTO public.places_occupancy
        (id, created_at, room_id, organisation_id, booking_id, case_id, during, live, why)
    VALUES (gen_random_uuid(), at, into_room, stay.receiver_id, stay.id, stay.case_id,
        tstzrange(turn, upper(stay.during)), true, '');
    UPDATE public.places_booking SET room_id = into_room WHERE id = stay.id;
END $$;

-- A provider closes one of its rooms for a while, or opens it again before that.
CREATE FUNCTION gate.close_room(closed uuid, since timestamptz, until timestamptz, reason text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    made uuid;
BEGIN
    PERFORM gate.lock_rooms(closed);
    INSERT INTO public.places_occupancy
        (id, created_at, room_id, organisation_id, during, live, why)
    SELECT gen_random_uuid(), statement_timestamp(), r.id, r.organisation_id,
        tstzrange(since, until), true, reason
    FROM public.places_room r JOIN public.places_place p ON p.id = r.place_id
    WHERE r.id = closed AND p.id = ANY ((SELECT gate.kept_places())::uuid[])
    RETURNING id INTO made;
    RETURN made;
END $$;

CREATE FUNCTION gate.open_room(closing uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    found public.places_occupancy;
    now_ timestamptz := statement_timestamp();
BEGIN
    SELECT o.* INTO found FROM public.places_occupancy o
    JOIN public.places_room r ON r.id = o.room_id
    WHERE o.id = closing AND o.booking_id IS NULL AND o.live AND upper(o.during) > now_
        AND r.place_id = ANY ((SELECT gate.kept_places())::uuid[]);
    IF found.id IS NULL THEN RETURN NULL; END IF;
    PERFORM gate.lock_rooms(found.room_id);
    UPDATE public.places_occupancy
    SET live = lower(during) < now_,
        during = CASE WHEN lower(during) < now_ THEN tstzrange(lower(during), now_) ELSE during END
    WHERE id = found.id AND live;
    RETURN found.room_id;
END $$;

-- Places the actor's house keeps and she works with: those of her unit, of no unit, or all for
-- a leader of the house and for its jobs.
CREATE FUNCTION gate.kept_places() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(p.id), '{}') FROM gate.acting() a
    JOIN public.places_place p ON p.organisation_id = a.organisation
        AND (p.unit_id IS NULL OR p.unit_id = a.unit OR a.role IN ('service', 'program')
            OR a.role = 'leader' AND a.unit IS NULL)
    WHERE a.role IN ('case_worker', 'leader', 'service', 'program') AND gate.opens('case')
$$;

RESET ROLE;
