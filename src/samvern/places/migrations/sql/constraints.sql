-- SPDX-License-Identifier: EUPL-1.2

-- Trusted since PostgreSQL 13: whoever may create in the database may make it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE places_occupancy
    ADD CONSTRAINT room_taken_once EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (live),
    ADD CONSTRAINT occupancy_of_one CHECK ((booking_id IS NULL) = (why <> '')),
    ADD CONSTRAINT occupancy_bounded CHECK (
        NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during));
ALTER TABLE places_booking ADD CONSTRAINT booking_bounded CHECK (
    NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during));
CREATE INDEX occupancy_of_booking ON places_occupancy (booking_id) WHERE live;
