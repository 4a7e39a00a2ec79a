-- SPDX-License-Identifier: EUPL-1.2
-- An allowance used up is told to her leaders and to the auditors by the statement that finds it,
-- once a day for each kind: the program that took too much is not the one to tell.
SET LOCAL ROLE samvern_gate;
INSERT INTO gate.allowance VALUES ('audit.export', 20, 60);

CREATE FUNCTION gate.alarm(item text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    INSERT INTO public.cases_notice (id, created_at, member_id, kind, about_id, key)
    SELECT gen_random_uuid(), statement_timestamp(), m.id, 'allowance', a.member,
        concat_ws(':', 'allowance', item, a.member,
            (statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date)
    FROM gate.acting() a
    JOIN public.access_member m ON m.organisation_id = a.organisation AND m.user_id <> a.person
    WHERE (m.until IS NULL OR m.until > statement_timestamp())
      AND (m.role = 'auditor' OR m.role = 'leader' AND coalesce(m.unit_id = a.unit, true))
    ON CONFLICT DO NOTHING
$$;

-- As it was made with the gate, and now heard: see the alarm above.
CREATE OR REPLACE FUNCTION gate.spend(item text, amount integer, thing uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    who uuid := gate.member();
    this_hour timestamptz := date_trunc('hour', statement_timestamp());
    allowed gate.allowance;
    hourly bigint;
    daily bigint;
BEGIN
    SELECT * INTO allowed FROM gate.allowance a WHERE a.what = item;
    IF who IS NULL OR allowed.what IS NULL OR amount < 1 THEN
        RETURN false;
    END IF;
    INSERT INTO gate.budget AS b
    VALUES (who, item, this_hour, coalesce(thing, gen_random_uuid()), amount)
    ON CONFLICT DO NOTHING;
    SELECT sum(b.used) FILTER (WHERE b.hour = this_hour), sum(b.used) INTO hourly, daily
    FROM gate.budget b
    WHERE b.member_id = who AND b.what = item AND b.hour > statement_timestamp() - interval '1 day';
    IF hourly > allowed.hourly OR daily > allowed.daily THEN
        PERFORM gate.alarm(item);
        RETURN false;
    END IF;
    RETURN true;
END $$;
RESET ROLE;
