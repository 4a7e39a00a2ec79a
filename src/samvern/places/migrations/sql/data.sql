-- SPDX-License-Identifier: EUPL-1.2
-- Rows the database decides by.

SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('place.search', 240, 1200);
INSERT INTO gate.allowance VALUES ('place.hold', 60, 200);
INSERT INTO gate.allowance VALUES ('place.address', 30, 100);
INSERT INTO gate.course VALUES ('places_booking', 'confirm', 'held', 'booked', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'decline', 'held', 'declined', 'receiver', true);
INSERT INTO gate.course VALUES ('places_booking', 'decline', 'booked', 'declined', 'receiver', true);
INSERT INTO gate.course VALUES ('places_booking', 'release', 'held', 'released', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'release', 'booked', 'released', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'expire', 'held', 'expired', 'job', false);
INSERT INTO gate.course VALUES ('places_booking', 'arrive', 'booked', 'arrived', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'arrive', 'booked', 'arrived', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'miss', 'booked', 'never_arrived', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'miss', 'booked', 'never_arrived', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'wish', 'booked', 'booked', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'wish_more', 'arrived', 'arrived', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'extend', 'booked', 'booked', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'extend_stay', 'arrived', 'arrived', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'move', 'booked', 'booked', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'move_on', 'arrived', 'arrived', 'receiver', false);
INSERT INTO gate.course VALUES ('places_booking', 'end', 'arrived', 'ended', 'sender', false);
INSERT INTO gate.course VALUES ('places_booking', 'end', 'arrived', 'ended', 'receiver', false);
INSERT INTO gate.course VALUES ('places_waiting', 'place', 'waiting', 'placed', 'sender', false);
INSERT INTO gate.course VALUES ('places_waiting', 'place', 'waiting', 'placed', 'job', false);
INSERT INTO gate.course VALUES ('places_waiting', 'withdraw', 'waiting', 'withdrawn', 'sender', false);
INSERT INTO gate.living VALUES ('room_held', 'places_booking', 't.state IN (''held'')', 'ends', 'SELECT gate.tell_booking($1, ''receiver'', ''booking-changed'', ''booking-closed:'' || $1), gate.finish_thing(''places_booking'', $1, ARRAY[''release''], '''', $2, $3)', 200, '{}');
INSERT INTO gate.living VALUES ('room', 'places_booking', 't.state IN (''booked'', ''arrived'')', 'kept', 'SELECT gate.tell_booking($1, ''receiver'', ''booking-changed'', ''booking-closed:'' || $1), gate.finish_thing(''places_booking'', $1, ARRAY[''release'', ''end''], '''', $2, $3)', 201, '{}');
INSERT INTO gate.living VALUES ('waiting', 'places_waiting', 't.state IN (''waiting'')', 'ends', 'SELECT gate.finish_thing(''places_waiting'', $1, ARRAY[''withdraw''], '''', $2, $3)', 202, '{}');

RESET ROLE;
