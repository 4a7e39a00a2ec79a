-- SPDX-License-Identifier: EUPL-1.2
-- owner: samvern_gate

-- function: gate.spend(text,integer,uuid)
CREATE OR REPLACE FUNCTION gate.spend(item text, amount integer, thing uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION gate.spend(text,integer,uuid) TO samvern_app;
